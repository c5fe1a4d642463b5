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
  if (member === undefined)
    throw new UserError('no-member', (locale) => ledgerTexts(locale).noMember(given.memberId));
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
    throw new UserError('not-enough-points', (locale) =>
      ledgerTexts(locale).notEnough(taken.memberId, points, taken.amount),
    );
  }
  await post(tx, { ...taken, kind: 'removal' }, member, -taken.amount);
  return { member };
}

/** Points that each of several members gets. */
export interface AwardToEach {
  readonly reason: string | null;
  /** As read in this transaction, each once. */
  readonly members: readonly Member[];
  readonly amount: number;
  readonly actorId: string;
  readonly now: number;
  readonly timeZone: string;
  readonly newId: () => string;
}
/** The same for one event; its reason is the event's type. */
export interface EventAward extends AwardToEach {
  readonly eventId: string;
}

/** A member as they are after an award, with its entry. */
export interface Awarded {
  readonly member: Member;
  readonly entryId: string;
}

/**
 * Gives each of these members points, in a few statements however many they are. Returns them in order of their ids.
 * Rows are changed in that order, so that two awards cannot lock each other out. Throws `ConflictError` when one of the
 * members has changed meanwhile.
 */
export async function awardToEach(tx: Queryable, award: AwardToEach): Promise<readonly Awarded[]> {
  return giveEach(tx, award, () => ({ kind: 'award' }));
}

/** The same for an event, once per member and event. Returns those who got the points now. */
export async function awardForEvent(tx: Queryable, award: EventAward): Promise<readonly Awarded[]> {
  const { eventId } = award;
  const keys = `event:${eventId}:`;
  const had = await onceKeysFrom(tx, keys);
  const members = award.members.filter(({ discordId }) => !had.has(`${keys}${discordId}`));
  return giveEach(tx, { ...award, members }, ({ discordId }) => ({
    kind: 'event',
    eventId,
    onceKey: `${keys}${discordId}`,
  }));
}

async function giveEach(
  tx: Queryable,
  { members, amount, reason, actorId, now, timeZone, newId }: AwardToEach,
  entryOf: (member: Member) => Pick<Award, 'kind' | 'eventId' | 'onceKey'>,
): Promise<readonly Awarded[]> {
  const postings = [...members]
    .sort((a, b) => (a.discordId < b.discordId ? -1 : 1))
    .map((member) => ({
      ...entryOf(member),
      ...{ member, reason, actorId },
      entryId: newId(),
      pointsDelta: amount,
      lifetimeDelta: amount,
      createdAt: now,
    }));
  if (postings.length === 0) return [];
  const sums = postings.map(({ member }) => ({ member, points: amount, lifetime: amount }));
  const after = await changeSums(tx, sums);
  await postToLedger(tx, postings, timeZone);
  return after.map((member, index) => ({ member, entryId: postings[index]?.entryId ?? '' }));
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
  throw new UserError('no-member', (locale) => ledgerTexts(locale).noMember(memberId));
}
