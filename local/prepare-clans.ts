import { DatabaseError } from '../shared/database/errors.ts';
import type { ClanToServe } from './prepare-clan.ts';
import { repeat } from './repeat.ts';

const UNREACHABLE = ['unreachable', 'busy', 'denied'];

/** A clan's database is there and is not what it should be: another file, for one. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
}

/**
 * Prepares each clan's schema. A database that cannot be reached does not keep the other clans from being served:
 * it is said, and tried again every minute. Throws `SchemaError` for one that cannot be used, and any other error.
 * Returns a function that ends the trying.
 */
export async function prepareClans(
  clans: readonly ClanToServe[],
  prepare: (clan: ClanToServe) => Promise<readonly string[]>,
  show: (line: string) => void,
  everyMs = 60_000,
): Promise<() => Promise<void>> {
  async function failed(clan: ClanToServe): Promise<boolean> {
    try {
      for (const line of await prepare(clan)) show(`${clan.record.clan}: ${line}`);
      return false;
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      if (!UNREACHABLE.includes(error.code)) {
        const message = `${clan.record.clan}: its schema cannot be prepared: ${error.message}`;
        throw new SchemaError(message, { cause: error });
      }
      show(
        `${clan.record.clan}: its schema could not be prepared and is tried again every minute: ${error.message}`,
      );
      return true;
    }
  }
  async function failing(of: readonly ClanToServe[]): Promise<ClanToServe[]> {
    const left: ClanToServe[] = [];
    for (const clan of of) if (await failed(clan)) left.push(clan);
    return left;
  }

  let left = await failing(clans);
  if (left.length === 0) return async () => {};
  return repeat(
    everyMs,
    async () => {
      try {
        left = await failing(left);
      } catch (error) {
        show(error instanceof Error ? error.message : String(error));
      }
    },
    { later: true },
  );
}
