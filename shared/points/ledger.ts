import { type Queryable, sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import { writeRows } from '../database/write-rows.ts';
import { UserError } from '../errors/user-error.ts';
import { findMember, type Member } from '../members/member.ts';
import { MEMBER_COLUMNS, MemberRow } from '../members/member-row.ts';
import { hasOnceKey, onceKeyRange, onceKeysFrom } from './point-entry.ts';
import { postToLedger } from './post-to-ledger.ts';
import { ledgerTexts } from './texts.ts';

export { ledgerDifferences } from './ledger-differences.ts';
export {
  isUndoable,
  type ListedEntry,
  latestEntries,
  type PointEntry,
  pointHistory as history,
} from './point-entry.ts';
export { undo } from './undo.ts';

interface Change {
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
export interface Award extends Change {
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
const AWARDED_MEMBERS = sql`
SELECT ${MEMBER_COLUMNS} FROM members
WHERE discord_id IN (
  SELECT member_id FROM point_entries WHERE once_key >= :first_key AND once_key < :end_key)
ORDER BY discord_id`;

/**
 * Gives points: to the progress, to the lifetime points and to the week and month. Returns the member as they are
 * afterwards; `awarded` is false when an award with the same `onceKey` was made before.
 * Throws `UserError` `no-member` for somebody the clan does not know.
 */
export async function awardPoints(
  tx: Queryable,
  given: Award,
): Promise<{ member: Member; awarded: boolean }> {
  if (given.onceKey !== undefined && (await hasOnceKey(tx, given.onceKey))) {
    return { member: await memberForPoints(tx, given.memberId), awarded: false };
  }
  await tx.execute(ADD_POINTS, { discord_id: given.memberId, amount: given.amount });
  const member = await memberForPoints(tx, given.memberId);
  await post(tx, given, member, given.amount);
  return { member, awarded: true };
}

/**
 * Takes points, from the progress, the lifetime points and the week and month. Returns the member as they are
 * afterwards. Throws `UserError` `not-enough-points` when there are fewer, and changes nothing then.
 */
export async function removePoints(tx: Queryable, taken: Change): Promise<{ member: Member }> {
  const changed = await tx.execute(TAKE_POINTS, { discord_id: taken.memberId, amount: taken.amount });
  const member = await memberForPoints(tx, taken.memberId);
  if (changed === 0) {
    const text = ledgerTexts.notEnough(taken.memberId, member.points, taken.amount);
    throw new UserError('not-enough-points', text);
  }
  await post(tx, { ...taken, kind: 'removal' }, member, -taken.amount);
  return { member };
}

/** Points that each of several members gets for one event. */
export interface EventAward {
  readonly eventId: string;
  /** The event's type. */
  readonly reason: string;
  readonly members: readonly Member[];
  readonly amount: number;
  readonly actorId: string;
  readonly now: number;
  readonly timeZone: string;
  readonly newId: () => string;
}

/**
 * Gives each of these members the points of an event, once per member and event, in a few statements however many
 * they are. Returns those who got them now, as they are afterwards, in order of their ids, each with their entry.
 * Rows are changed in that order, so that two events cannot lock each other out. Throws `ConflictError` when one of
 * the members is gone.
 */
export async function awardForEvent(
  tx: Queryable,
  { members, newId, timeZone, amount, now, ...given }: EventAward,
): Promise<readonly { readonly member: Member; readonly entryId: string }[]> {
  const keys = `event:${given.eventId}:`;
  const had = await onceKeysFrom(tx, keys);
  const postings = [...members]
    .sort((a, b) => (a.discordId < b.discordId ? -1 : 1))
    .filter(({ discordId }) => !had.has(`${keys}${discordId}`))
    .map((member) => ({
      ...given,
      member,
      entryId: newId(),
      kind: 'event' as const,
      pointsDelta: amount,
      lifetimeDelta: amount,
      onceKey: `${keys}${member.discordId}`,
      createdAt: now,
    }));
  if (postings.length === 0) return [];
  const sums = postings.map(({ member }) => ({ discord_id: member.discordId, amount }));
  if ((await writeRows(tx, ADD_POINTS, sums)) < sums.length) {
    throw new ConflictError('a member was deleted meanwhile');
  }
  await postToLedger(tx, postings, timeZone);
  // Others may have changed the sums since the members were read; now their rows are locked.
  const after = await tx.query(MemberRow, AWARDED_MEMBERS, onceKeyRange(keys));
  const entryOf = new Map(postings.map((posting) => [posting.member.discordId, posting.entryId]));
  return after.flatMap((member) => {
    const entryId = entryOf.get(member.discordId);
    return entryId === undefined ? [] : [{ member, entryId }];
  });
}

async function post(
  tx: Queryable,
  { timeZone, now, ...given }: Omit<Award, 'kind'> & { readonly kind: Award['kind'] | 'removal' },
  member: Member,
  delta: number,
): Promise<void> {
  const posting = { ...given, member, pointsDelta: delta, lifetimeDelta: delta, createdAt: now };
  await postToLedger(tx, [posting], timeZone);
}

async function memberForPoints(tx: Queryable, memberId: string): Promise<Member> {
  const member = await findMember(tx, memberId);
  if (member !== undefined) return member;
  throw new UserError('no-member', ledgerTexts.noMember(memberId));
}
