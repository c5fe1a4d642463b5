import type { RobloxClient } from '../../shared/roblox/client.ts';
import { Progress, type ProgressOutput } from '../progress.ts';
import { NameStore } from './name-store.ts';
import type { OldDatabase } from './old-database.ts';
import { oldNames } from './old-tables.ts';
import { discordId, oldTime } from './old-values.ts';
import { resolveNames } from './resolve-names.ts';

export interface LookUpOptions {
  /** Undefined: nobody is asked, for the reason in `unasked`. */
  readonly roblox: Pick<RobloxClient, 'usersByName'> | undefined;
  readonly unasked: string;
  readonly sleep: (ms: number) => Promise<void>;
  readonly output: ProgressOutput;
}

/**
 * Reads all names of the old bot and asks Roblox for the accounts that bear them now. `problem` says why names stayed
 * unasked; undefined: none did. The caller closes the store.
 */
export async function lookUpNames(
  old: OldDatabase,
  { roblox, unasked, sleep, output }: LookUpOptions,
): Promise<{ readonly names: NameStore; readonly problem: string | undefined }> {
  const names = new NameStore();
  try {
    await old.snapshot(async (source) => {
      names.clear();
      for await (const page of oldNames(source)) {
        names.addAll(
          page.flatMap((row) => {
            const id = discordId(row.discord_id);
            const name = row.roblox_username?.trim() ?? '';
            return id === undefined || name === ''
              ? []
              : [{ discordId: id, name, joinedAt: oldTime(row.created_at) ?? Number.MAX_SAFE_INTEGER }];
          }),
        );
      }
    });
    if (roblox === undefined) return { names, problem: unasked };
    const progress = new Progress(output, 'names at Roblox', names.count());
    const problem = await resolveNames(names, { roblox, sleep, progress: (done) => progress.step(done) });
    progress.end();
    return { names, problem };
  } catch (error) {
    names.close();
    throw error;
  }
}
