import type { Queryable } from '../database/database.ts';
import { UserError } from '../errors/user-error.ts';
import { findMember, type Member } from '../members/member.ts';
import { changeSums, changeSumsOfOne } from './change-sums.ts';
import { hasOnceKey, onceKeysFrom } from './point-entry.ts';
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
  /** As just read; left out: read here. */
  readonly member?: Member;
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

/**
 * Gives points: to the progress, to the lifetime points and to the week and month. Returns the member as they are
 * afterwards; `awarded` is false when an award with the same `onceKey` was made before.
 * Throws `UserError` `no-member` for somebody the clan does not know.
 */
export async function awardPoints(
  tx: Queryable,
  given: Award,
): Promise<{ member: Member; awarded: boolean }> {
  const before = await memberForPoints(tx, given);
  if (given.onceKey !== undefined && (await hasOnceKey(tx, given.onceKey))) {
    return { member: before, awarded: false };
  }
  const sums = { member: before, points: given.amount, lifetime: given.amount };
  const member = await changeSumsOfOne(tx, sums);
  if (member === undefined) throw new UserError('no-member', ledgerTexts.noMember(given.memberId));
  await post(tx, given, member, given.amount);
  return { member, awarded: true };
}

/**
 * Takes points, from the progress, the lifetime points and the week and month. Returns the member as they are
 * afterwards. Throws `UserError` `not-enough-points` when there are fewer, and changes nothing then; otherwise as above.
 */
export async function removePoints(tx: Queryable, taken: Change): Promise<{ member: Member }> {
  const before = await memberForPoints(tx, taken);
  const sums = { member: before, points: -taken.amount, lifetime: -taken.amount };
  const hasEnough = Math.min(before.points, before.totalPoints) >= taken.amount;
  const member = hasEnough ? await changeSumsOfOne(tx, sums) : undefined;
  if (member === undefined) {
    const { points } = hasEnough ? await memberForPoints(tx, { memberId: taken.memberId }) : before;
    throw new UserError('not-enough-points', ledgerTexts.notEnough(taken.memberId, points, taken.amount));
  }
  await post(tx, { ...taken, kind: 'removal' }, member, -taken.amount);
  return { member };
}

/** Points that each of several members gets for one event. */
export interface EventAward {
  readonly eventId: string;
  /** The event's type. */
  readonly reason: string;
  /** As read in this transaction. */
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
 * the members has changed meanwhile.
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
  const sums = postings.map(({ member }) => ({ member, points: amount, lifetime: amount }));
  const after = await changeSums(tx, sums);
  await postToLedger(tx, postings, timeZone);
  const entryOf = new Map(postings.map((posting) => [posting.member.discordId, posting.entryId]));
  return after.flatMap((member) => {
    const entryId = entryOf.get(member.discordId);
    return entryId === undefined ? [] : [{ member, entryId }];
  });
}

async function post(
  tx: Queryable,
  { timeZone, now, member: _, ...given }: Omit<Award, 'kind'> & { readonly kind: Award['kind'] | 'removal' },
  member: Member,
  delta: number,
): Promise<void> {
  const posting = { ...given, member, pointsDelta: delta, lifetimeDelta: delta, createdAt: now };
  await postToLedger(tx, [posting], timeZone);
}

async function memberForPoints(
  tx: Queryable,
  { member, memberId }: Pick<Change, 'memberId' | 'member'>,
): Promise<Member> {
  const found = member ?? (await findMember(tx, memberId));
  if (found !== undefined) return found;
  throw new UserError('no-member', ledgerTexts.noMember(memberId));
}
