import { type Queryable, sql } from '../database/database.ts';
import { UserError } from '../errors/user-error.ts';
import { findMember, type Member } from '../members/member.ts';
import { addPeriodPoints } from './period-points.ts';
import { addEntry, hasOnceKey } from './point-entry.ts';
import { ledgerTexts } from './texts.ts';

export { ledgerDifferences } from './ledger-differences.ts';
export { history, isUndoable, type ListedEntry, latestEntries, type PointEntry } from './point-entry.ts';
export { undo } from './undo.ts';

interface Posting {
  /** `tx.newId()`. */
  readonly entryId: string;
  readonly memberId: string;
  /** Points, at least 1. */
  readonly amount: number;
  readonly reason: string | null;
  readonly actorId: string | null;
  /** Unix milliseconds. */
  readonly now: number;
  /** The clan's, for its weeks and months. */
  readonly timeZone: string;
}
export interface Award extends Posting {
  readonly kind: 'award' | 'event';
  readonly eventId?: string;
  /** 64 characters at most. A second award with the same key changes nothing. */
  readonly onceKey?: string;
}

const ADD_POINTS = sql`
UPDATE members SET points = points + :amount, total_points = total_points + :amount
WHERE discord_id = :discord_id`;
const TAKE_POINTS = sql`
UPDATE members SET points = points - :amount, total_points = total_points - :amount
WHERE discord_id = :discord_id AND points >= :amount AND total_points >= :amount`;

/**
 * Gives points: to the progress, to the lifetime points and to the week and month. Returns the member as they are
 * afterwards; `awarded` is false when an award with the same `onceKey` was made before. Whoever awards several
 * members in one transaction does so in order of their ids, so that two of them cannot lock each other out.
 * Throws `UserError` `no-member` for somebody the clan does not know.
 */
export async function award(tx: Queryable, given: Award): Promise<{ member: Member; awarded: boolean }> {
  if (given.onceKey !== undefined && (await hasOnceKey(tx, given.onceKey))) {
    return { member: await memberForPoints(tx, given.memberId), awarded: false };
  }
  await tx.execute(ADD_POINTS, { discord_id: given.memberId, amount: given.amount });
  const member = await memberForPoints(tx, given.memberId);
  await addEntry(tx, {
    ...given,
    pointsDelta: given.amount,
    lifetimeDelta: given.amount,
    createdAt: given.now,
  });
  await addPeriodPoints(tx, member, { delta: given.amount, at: given.now, timeZone: given.timeZone });
  return { member, awarded: true };
}

/**
 * Takes points, from the progress, the lifetime points and the week and month. Returns the member as they are
 * afterwards. Throws `UserError` `not-enough-points` when there are fewer, and changes nothing then.
 */
export async function remove(tx: Queryable, taken: Posting): Promise<{ member: Member }> {
  const changed = await tx.execute(TAKE_POINTS, { discord_id: taken.memberId, amount: taken.amount });
  const member = await memberForPoints(tx, taken.memberId);
  if (changed === 0) {
    throw new UserError(
      'not-enough-points',
      ledgerTexts.notEnough(taken.memberId, member.points, taken.amount),
    );
  }
  await addEntry(tx, {
    ...taken,
    kind: 'removal',
    pointsDelta: -taken.amount,
    lifetimeDelta: -taken.amount,
    createdAt: taken.now,
  });
  await addPeriodPoints(tx, member, { delta: -taken.amount, at: taken.now, timeZone: taken.timeZone });
  return { member };
}

async function memberForPoints(tx: Queryable, memberId: string): Promise<Member> {
  const member = await findMember(tx, memberId);
  if (member !== undefined) return member;
  throw new UserError('no-member', ledgerTexts.noMember(memberId));
}
