import { type Queryable, sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import { writeRows } from '../database/write-rows.ts';
import { findMember, type Member } from '../members/member.ts';

/** Both sums are what they were when the member was read, so what was worked out of them still holds. */
const CHANGE_SUMS = sql`
UPDATE members SET points = points + :points_delta, total_points = total_points + :lifetime_delta
WHERE discord_id = :discord_id AND points = :seen_points AND total_points = :seen_total`;

/** Whatever they are by now, as long as neither falls below 0. */
const CHANGE_SUMS_NOW = sql`
UPDATE members SET points = points + :points_delta, total_points = total_points + :lifetime_delta
WHERE discord_id = :discord_id AND points + :points_delta >= 0 AND total_points + :lifetime_delta >= 0`;

/** What the sums of a member change by. */
export interface SumChange {
  /** As just read. */
  readonly member: Member;
  readonly points: number;
  readonly lifetime: number;
}

/**
 * Changes the sums of several members, each once, in one statement however many they are. Returns them as they are
 * afterwards. Rows are locked in the order given: sort them by id. Throws `ConflictError` when one of them has changed
 * since it was read.
 */
export async function changeSums(tx: Queryable, changes: readonly SumChange[]): Promise<readonly Member[]> {
  const rows = changes.map(({ member, points, lifetime }) => ({
    discord_id: member.discordId,
    points_delta: points,
    lifetime_delta: lifetime,
    seen_points: member.points,
    seen_total: member.totalPoints,
  }));
  if ((await writeRows(tx, CHANGE_SUMS, rows)) < rows.length) {
    throw new ConflictError('the points of a member changed meanwhile');
  }
  return changes.map(({ member, points, lifetime }) => ({
    ...member,
    points: member.points + points,
    totalPoints: member.totalPoints + lifetime,
  }));
}

/**
 * Changes the sums of one member, also when others changed them since they were read: many may give points to somebody at
 * once. Returns the member as they are afterwards; undefined when they are gone, or a sum would fall below 0.
 */
export async function changeSumsOfOne(tx: Queryable, change: SumChange): Promise<Member | undefined> {
  const { member, points, lifetime } = change;
  const key = { discord_id: member.discordId, points_delta: points, lifetime_delta: lifetime };
  const seen = { seen_points: member.points, seen_total: member.totalPoints };
  if ((await tx.execute(CHANGE_SUMS, { ...key, ...seen })) > 0) {
    return { ...member, points: member.points + points, totalPoints: member.totalPoints + lifetime };
  }
  // From here on the row is locked, so what is read is what it stays.
  if ((await tx.execute(CHANGE_SUMS_NOW, key)) === 0) return undefined;
  return findMember(tx, member.discordId);
}
