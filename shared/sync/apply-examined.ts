import type { ClanContext } from '../context/clan-runtime.ts';
import { makeSnowflake } from '../discord/snowflake.ts';
import { changeTransaction } from '../outbox/change-transaction.ts';
import { type Apply, applyDecision, type SyncOutcome } from '../ranks/sync-member.ts';

/** Applies a reading in a transaction of its own, so that one member's failure is only that member's. */
export async function applyExamined(
  { db, settings, now, random }: ClanContext,
  apply: Pick<Apply, 'reading' | 'ranks' | 'actorId'>,
): Promise<SyncOutcome> {
  const base = makeSnowflake(now(), random);
  return db.transaction((tx) =>
    applyDecision(changeTransaction(tx, { base, now: now() }), { ...apply, settings, now: now() }),
  );
}
