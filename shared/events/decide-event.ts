import { type Queryable, sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import type { ClanEvent } from './event.ts';

/** One reviewer's word on a submission. */
export type Decision =
  | { readonly status: 'approved'; readonly points: number; readonly note: string | null }
  | { readonly status: 'declined'; readonly points: null; readonly note: string };

const DECIDE = sql`
UPDATE events SET status = :status, points = :points, note = :note, decided_by = :decided_by,
  decided_at = :decided_at
WHERE event_id = :event_id AND status = 'pending'`;

const KEEP_ENTRY = sql`
UPDATE event_participants SET entry_id = :entry_id
WHERE event_id = :event_id AND participant_key = :participant_key`;

/**
 * Decides on an event that was pending when it was read. Throws `ConflictError` when somebody decided in the
 * meantime; the transaction then starts again and finds that decision.
 */
export async function decideEvent(
  tx: Queryable,
  event: ClanEvent,
  decision: Decision,
  by: { reviewerId: string; now: number },
): Promise<ClanEvent> {
  const changed = await tx.execute(DECIDE, {
    event_id: event.id,
    status: decision.status,
    points: decision.points,
    note: decision.note,
    decided_by: by.reviewerId,
    decided_at: by.now,
  });
  if (changed === 0) throw new ConflictError('the event was decided by somebody else first');
  return { ...event, ...decision, decidedBy: by.reviewerId, decidedAt: by.now };
}

/** Notes which ledger entry each participant's award is. */
export async function keepEntries(
  tx: Queryable,
  eventId: string,
  awards: readonly { participantKey: string; entryId: string }[],
): Promise<void> {
  if (awards.length === 0) return;
  await tx.executeMany(
    KEEP_ENTRY,
    awards.map(({ participantKey, entryId }) => ({
      event_id: eventId,
      participant_key: participantKey,
      entry_id: entryId,
    })),
  );
}
