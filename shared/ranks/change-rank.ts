import type { Settings } from '../clans/settings.ts';
import { sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import type { Member } from '../members/member.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { addEntry } from '../points/point-entry.ts';
import { addNickname } from '../settings/add-nickname.ts';
import { voidCards } from './promotion-cards.ts';
import { type Rank, rankById } from './rank.ts';
import { addRankChange, type RankChangeCause } from './rank-change.ts';

const MOVE = sql`
UPDATE members SET rank_id = :to_rank, points = points - :reset_points, refused_change_id = NULL
WHERE discord_id = :discord_id AND rank_id = :from_rank AND points = :seen_points`;

/** A link takes over the account's rank and a compensation puts things back: neither is a promotion. */
const KEEPS_POINTS: readonly RankChangeCause[] = ['link', 'compensate'];

export interface ChangedRank {
  readonly changeId: string;
  readonly discordEffectId: string;
  /** Undefined with `roblox: 'already'`. */
  readonly robloxEffectId: string | undefined;
  /** Undefined where the clan sets no nicknames. */
  readonly nicknameEffectId: string | undefined;
  /** Points of the progress that the move reset, 0 for none. */
  readonly resetPoints: number;
}

/**
 * Moves a member to another rank and writes the effects that bring Discord and Roblox there. A move up resets the
 * progress by a ledger entry when the clan's settings say so (not after a link, which keeps points, nor a compensation); a move down
 * never does. Open promotion cards of the member are closed. Throws `ConflictError` when the member's rank or points
 * are no longer those of `member`, which is read in the same transaction.
 */
export async function changeRank(
  tx: ChangeTransaction,
  change: {
    readonly member: Pick<Member, 'discordId' | 'rankId' | 'points'>;
    readonly to: Rank;
    readonly ranks: readonly Rank[];
    readonly cause: RankChangeCause;
    /** Null: a job. */
    readonly actorId: string | null;
    readonly settings: Settings;
    /** Unix milliseconds. */
    readonly now: number;
    /** `already`: Roblox has the rank, nothing is written there. */
    readonly roblox: 'write' | 'already';
  },
): Promise<ChangedRank> {
  const { member, to, ranks, cause, settings, now } = change;
  const changeId = tx.newId();
  const from = rankById(ranks, member.rankId);
  const resets = to.order > from.order && settings.points.reset_on_promotion && !KEEPS_POINTS.includes(cause);
  const resetPoints = await move(tx, member, to, resets);
  let resetEntryId: string | null = null;
  if (resetPoints > 0) {
    resetEntryId = tx.newId();
    await addEntry(tx, {
      entryId: resetEntryId,
      memberId: member.discordId,
      pointsDelta: -resetPoints,
      lifetimeDelta: 0,
      kind: 'rank-reset',
      reason: to.name,
      actorId: change.actorId,
      createdAt: now,
    });
  }
  await addRankChange(tx, {
    changeId,
    memberId: member.discordId,
    oldRankId: from.id,
    newRankId: to.id,
    cause,
    actorId: change.actorId,
    resetEntryId,
    robloxState: change.roblox === 'write' ? 'waiting' : 'none',
    createdAt: now,
  });
  await voidCards(tx, { memberId: member.discordId, ranks, settings, now });
  const effect = { memberId: member.discordId, changeId };
  const robloxEffectId =
    change.roblox === 'write' ? await tx.addEffect({ kind: 'roblox-roles', ...effect }) : undefined;
  const discordEffectId = await tx.addEffect({ kind: 'discord-roles', ...effect });
  const nicknameEffectId = await addNickname(tx, settings, member.discordId);
  return { changeId, discordEffectId, robloxEffectId, nicknameEffectId, resetPoints };
}

async function move(
  tx: ChangeTransaction,
  member: Pick<Member, 'discordId' | 'rankId' | 'points'>,
  to: Rank,
  resets: boolean,
): Promise<number> {
  const resetPoints = resets ? member.points : 0;
  const changed = await tx.execute(MOVE, {
    discord_id: member.discordId,
    from_rank: member.rankId,
    to_rank: to.id,
    reset_points: resetPoints,
    seen_points: member.points,
  });
  if (changed === 0) throw new ConflictError(`rank or points of ${member.discordId} changed meanwhile`);
  return resetPoints;
}
