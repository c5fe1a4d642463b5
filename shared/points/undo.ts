import type { Queryable } from '../database/database.ts';
import { UserError } from '../errors/user-error.ts';
import { findMember, type Member } from '../members/member.ts';
import { changeSums } from './change-sums.ts';
import { findEntry, isUndoable, type PointEntry } from './point-entry.ts';
import { postToLedger } from './post-to-ledger.ts';
import { ledgerTexts } from './texts.ts';

export interface Undone {
  /** What reversing it whole would have changed: negative when points are taken back. */
  readonly wanted: { readonly points: number; readonly lifetime: number };
  /** What it changed. Less than wanted where a sum would have gone below 0. */
  readonly taken: { readonly points: number; readonly lifetime: number };
  /** As they are afterwards. */
  readonly member: Member;
  readonly original: PointEntry;
}

/**
 * Reverses one entry by a new one, at most once. Sums stop at 0: what is missing is not taken. The week and month
 * of the original entry change, not the present ones. Throws `UserError` `no-such-entry`, `already-undone` or
 * `not-undoable`; changes nothing then.
 */
export async function undo(
  tx: Queryable,
  request: {
    /** Of the new entry. */
    readonly entryId: string;
    /** The entry to reverse. */
    readonly reverses: string;
    readonly reason?: string | null;
    readonly actorId: string | null;
    readonly now: number;
    readonly timeZone: string;
  },
): Promise<Undone> {
  const { original, member } = await undoableEntry(tx, request.reverses);
  // `0 -` and not a sign in front, which would make -0 of 0.
  const wanted = { points: 0 - original.pointsDelta, lifetime: 0 - original.lifetimeDelta };
  const taken = {
    points: Math.max(wanted.points, 0 - member.points),
    lifetime: Math.max(wanted.lifetime, 0 - member.totalPoints),
  };
  const [after = member] = await changeSums(tx, [{ member, ...taken }]);
  const { timeZone, now, ...entry } = request;
  const posting = {
    ...entry,
    member,
    pointsDelta: taken.points,
    lifetimeDelta: taken.lifetime,
    createdAt: now,
  };
  const counted = { eventId: original.eventId, countsAt: original.createdAt };
  await postToLedger(tx, [{ ...posting, ...counted, kind: 'undo' }], timeZone);
  return { wanted, taken, member: after, original };
}

async function undoableEntry(
  tx: Queryable,
  entryId: string,
): Promise<{ original: PointEntry; member: Member }> {
  const original = await findEntry(tx, entryId);
  const member = original?.memberId == null ? undefined : await findMember(tx, original.memberId);
  if (original === undefined || member === undefined) {
    throw new UserError('no-such-entry', (locale) => ledgerTexts(locale).noSuchEntry);
  }
  if (original.reversedBy !== null) {
    throw new UserError('already-undone', (locale) => ledgerTexts(locale).alreadyUndone);
  }
  if (!isUndoable(original)) {
    throw new UserError('not-undoable', (locale) => ledgerTexts(locale).notUndoable);
  }
  return { original, member };
}
