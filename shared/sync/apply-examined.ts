import { makeSnowflake } from '../discord/snowflake.ts';
import type { LinkedMember } from '../members/member-row.ts';
import { changeTransaction } from '../outbox/change-transaction.ts';
import type { ClanDelivery } from '../outbox/performer.ts';
import { type Rank, rankById } from '../ranks/rank.ts';
import { rankChangesOf } from '../ranks/rank-change.ts';
import { applyDecision, type RobloxReading, type SyncOutcome } from '../ranks/sync-member.ts';

/** What applying came to: how the member counts, what to say, and the Discord effect to perform. */
export interface Applied {
  readonly outcome: SyncOutcome;
  /** The rank was changed in Discord as well since Roblox was last read. */
  readonly bothChanged: boolean;
}

/** Applies a reading in a transaction of its own, so that one member's failure is only that member's. */
export async function applyExamined(
  context: ClanDelivery,
  apply: {
    readonly reading: RobloxReading;
    readonly ranks: readonly Rank[];
    readonly actorId: string | null;
  },
): Promise<Applied> {
  const { db, settings, now, random } = context;
  const base = makeSnowflake(now(), random);
  return db.transaction(async (tx) => {
    const change = changeTransaction(tx, { base, now: now() });
    const [latest] = await rankChangesOf(tx, apply.reading.member.discordId, 1);
    const outcome = await applyDecision(change, { ...apply, settings, now: now() });
    const { syncedAt } = apply.reading.member;
    const bothChanged =
      outcome.kind === 'moved' &&
      latest !== undefined &&
      latest.cause !== 'sync' &&
      latest.cause !== 'link' &&
      latest.createdAt > (syncedAt ?? 0);
    return { outcome, bothChanged };
  });
}

/** Gives a member the Discord role of their rank again. Returns the effect's id. */
export async function giveRankRole(context: ClanDelivery, member: LinkedMember): Promise<string> {
  const { db, now, random } = context;
  const base = makeSnowflake(now(), random);
  return db.transaction(async (tx) => {
    const [latest] = await rankChangesOf(tx, member.discordId, 1);
    return changeTransaction(tx, { base, now: now() }).addEffect({
      kind: 'discord-roles',
      memberId: member.discordId,
      // Without any change there is no rank left behind, so nothing is taken.
      changeId: latest?.changeId ?? 'none',
    });
  });
}

/** The Discord role that a member should hold; null when their rank has none yet. */
export function wantedRole(member: LinkedMember, ranks: readonly Rank[]): string | null {
  return rankById(ranks, member.rankId).discordRoleId;
}
