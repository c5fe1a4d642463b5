import { DatabaseError } from '../shared/database/errors.ts';
import type { ClanToServe } from './prepare-clan.ts';
import { repeat } from './repeat.ts';
import { problemsOf, type StoppedClan } from './stopped-clans.ts';

const UNREACHABLE = ['unreachable', 'busy', 'denied'];

export interface PrepareOptions {
  /** Takes a line for the console. */
  readonly show: (line: string) => void;
  /** Hears of a clan that cannot be served. */
  readonly onStopped: (stopped: StoppedClan) => Promise<void>;
  readonly everyMs?: number;
}

/**
 * Prepares each clan's schema. A database that cannot be reached is said and tried again every minute; a clan that
 * fails otherwise is given to `onStopped`. Neither keeps the other clans from being served. Returns a function that
 * ends the trying.
 */
export async function prepareClans(
  clans: readonly ClanToServe[],
  prepare: (clan: ClanToServe) => Promise<readonly string[]>,
  { show, onStopped, everyMs = 60_000 }: PrepareOptions,
): Promise<() => Promise<void>> {
  /** Whether it is to be tried again. */
  async function failed(clan: ClanToServe): Promise<boolean> {
    const { clan: name } = clan.record;
    try {
      for (const line of await prepare(clan)) show(`${name}: ${line}`);
      return false;
    } catch (error) {
      if (error instanceof DatabaseError && UNREACHABLE.includes(error.code)) {
        show(`${name}: its schema could not be prepared and is tried again every minute: ${error.message}`);
        return true;
      }
      await onStopped({ clan: name, problems: problemsOf(name, error) });
      return false;
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
      left = await failing(left);
    },
    { later: true },
  );
}
