import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import type { Queryable } from '../../shared/database/database.ts';
import type { SyncEnd, SyncStep } from '../../shared/sync/sync-clan.ts';
import { forgetSeen, type SyncState, saveSeen, saveSyncState } from '../../shared/sync/sync-state.ts';

/** After a crash at most so many pages of the group, or chunks of members, are compared again. */
const STEPS_A_SAVE = 5;

export interface KeptPlace {
  /** Keeps the step, every few of them. */
  step(step: SyncStep): Promise<void>;
  /** Waits for the run, and keeps how far it came where it did not come to its end. */
  keptBy(run: Promise<SyncEnd>): Promise<SyncEnd>;
  /** The round is over; what else the job remembers is kept with it, and what it has to say is written in one with it. */
  end(rest: Omit<SyncState, 'cursor'>, say: (tx: Queryable) => Promise<void>): Promise<void>;
}

/** Keeps how far the round of `state` has come, so that the next run goes on there. Throws `DatabaseError`. */
export function keepPlace({ db, now }: Pick<ClanContext, 'db' | 'now'>, state: SyncState): KeptPlace {
  let last: SyncStep | undefined;
  let steps = 0;
  const seen: string[] = [];
  /** Whether accounts of this round may be kept. */
  let isKept = state.cursor !== null;

  async function keep(): Promise<void> {
    if (last === undefined || steps === 0) return;
    const { cursor } = last;
    await db.transaction(async (tx) => {
      if (!isKept) await forgetSeen(tx);
      await saveSeen(tx, seen, { checked: cursor.report.checked, now: now() });
      await saveSyncState(tx, { ...state, cursor }, now());
    });
    isKept = true;
    steps = 0;
    seen.length = 0;
  }

  return {
    async step(step) {
      last = step;
      steps += 1;
      seen.push(...step.seen);
      if (steps >= STEPS_A_SAVE) await keep();
    },
    async keptBy(run) {
      try {
        const end = await run;
        if (!end.finished) await keep();
        return end;
      } catch (error) {
        await keep();
        throw error;
      }
    },
    async end(rest, say) {
      await db.transaction(async (tx) => {
        if (isKept) await forgetSeen(tx);
        await saveSyncState(tx, { ...rest, cursor: null }, now());
        await say(tx);
      });
    },
  };
}
