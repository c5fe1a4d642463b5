import { makeSnowflake } from '../discord/snowflake.ts';
import { changeTransaction } from '../outbox/change-transaction.ts';
import { compensateChange } from '../ranks/compensate-change.ts';
import type { Rank } from '../ranks/rank.ts';
import { endRobloxChange, holdRefusedRank, type RankChange } from '../ranks/rank-change.ts';
import type { DeliveryContext, EffectResult } from './performer.ts';
import { storedResults } from './result-texts.ts';

/**
 * Roblox refused a rank for good. What the clan chose happens: the rank is kept here and held, marked as out of
 * sync, or the change is taken back with all it did (`roblox_refusal`). Either way the result and the log say it.
 * Safe to run again: a change that has ended stays as it is.
 */
export async function refuseOnRoblox(
  context: DeliveryContext,
  refusal: {
    /** Undefined: the record of the change is gone. */
    readonly change: RankChange | undefined;
    readonly ranks: readonly Rank[];
    /** What Roblox said, as a sentence. */
    readonly reason: string;
  },
): Promise<EffectResult> {
  const { change, ranks, reason } = refusal;
  context.log.warning('Roblox refused a rank for good', {
    member: change?.memberId,
    change: change?.changeId,
    reason,
  });
  if (change === undefined) return { failed: reason };
  return context.settings.roblox_refusal === 'compensate'
    ? { failed: `${reason} ${await takeBack(context, change, ranks, reason)}` }
    : { failed: `${reason} ${await keep(context, change, reason)}` };
}

async function keep({ db }: DeliveryContext, change: RankChange, reason: string): Promise<string> {
  await db.transaction(async (tx) => {
    if (await endRobloxChange(tx, change.changeId, { state: 'refused', error: reason }))
      await holdRefusedRank(tx, change);
  });
  return storedResults.rankKept;
}

async function takeBack(
  { db, settings, now, random }: DeliveryContext,
  change: RankChange,
  ranks: readonly Rank[],
  error: string,
): Promise<string> {
  const base = makeSnowflake(now(), random);
  const taken = await db.transaction((tx) =>
    compensateChange(changeTransaction(tx, { base, now: now() }), {
      change,
      error,
      ranks,
      settings,
      now: now(),
    }),
  );
  const old = ranks.find((rank) => rank.id === change.oldRankId);
  return taken === undefined || old === undefined
    ? storedResults.otherRankNow
    : storedResults.takenBack(old.name);
}
