import type { Queryable } from '../database/database.ts';
import { writeOnce } from '../database/write-rows.ts';
import type { Member } from '../members/member.ts';
import { addPeriodPoints } from './period-points.ts';
import { ADD_ENTRY, entryBinds, type NewEntry } from './point-entry.ts';

/** A line for the ledger of a member. */
export type Posting = Omit<NewEntry, 'memberId'> & {
  readonly member: Pick<Member, 'discordId' | 'joinedAt'>;
  /** The week and month that it counts in hold this time. Unix milliseconds; left out: `createdAt`. */
  readonly countsAt?: number;
};

/**
 * Writes lines to the ledger with the weeks and months that they change: a few statements,
 * however many they are. Belongs in the transaction that changes the members' sums by the same amounts. Throws
 * `ConflictError` when one of the lines is written elsewhere.
 */
export async function postToLedger(
  tx: Queryable,
  postings: readonly Posting[],
  timeZone: string,
): Promise<void> {
  const entries = postings.map((posting) => entryBinds({ ...posting, memberId: posting.member.discordId }));
  await writeOnce(tx, ADD_ENTRY, entries);
  const changes = postings.map(({ member, lifetimeDelta, countsAt, createdAt }) => ({
    member,
    delta: lifetimeDelta,
    at: countsAt ?? createdAt,
  }));
  await addPeriodPoints(tx, changes, timeZone);
}
