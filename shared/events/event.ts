import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import type { Participant } from './participants.ts';

export type EventStatus = 'pending' | 'approved' | 'declined';

/** What a member submitted: the clan's word for a raid, a patrol, a training. Times are Unix milliseconds. */
export interface ClanEvent {
  readonly id: string;
  /** One of the clan's types when it was submitted. Not escaped. */
  readonly type: string;
  /** Who submitted it. Null: a person whose data was deleted. */
  readonly hostId: string | null;
  readonly status: EventStatus;
  /** Null in events that the old bot took without reading their times; the texts are then all there is. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly startsText: string | null;
  readonly endsText: string | null;
  readonly proofSha256: string | null;
  /** The file's name in the review message. */
  readonly proofName: string | null;
  /** The earliest event with the same proof. */
  readonly duplicateOf: string | null;
  /** Where the review message is; null until it was posted. */
  readonly reviewChannelId: string | null;
  readonly reviewMessageId: string | null;
  /** The proof in the review message; null also when it could not be posted with it. */
  readonly reviewAttachmentId: string | null;
  /** What each participant got, when approved. */
  readonly points: number | null;
  /** The reviewer's note, or the reason of a decline. Not escaped. */
  readonly note: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly submittedAt: number;
}

/** The columns of `events`: what is read, exported and restored. */
export const EVENT_COLUMNS = sql`
event_id, event_type, host_id, status, starts_at, ends_at, starts_text, ends_text, proof_sha256, proof_name,
duplicate_of, review_channel_id, review_message_id, review_attachment_id, points, note, decided_by, decided_at, submitted_at`;

const Text = z.nullable(z.string());
const Whole = z.nullable(z.int());

export const EventRow = z.pipe(
  z.object({
    event_id: z.string(),
    event_type: z.string(),
    host_id: Text,
    status: z.enum(['pending', 'approved', 'declined']),
    starts_at: Whole,
    ends_at: Whole,
    starts_text: Text,
    ends_text: Text,
    proof_sha256: Text,
    proof_name: Text,
    duplicate_of: Text,
    review_channel_id: Text,
    review_message_id: Text,
    review_attachment_id: Text,
    points: Whole,
    note: Text,
    decided_by: Text,
    decided_at: Whole,
    submitted_at: z.int(),
  }),
  z.transform(
    (row): ClanEvent => ({
      id: row.event_id,
      type: row.event_type,
      hostId: row.host_id,
      status: row.status,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      startsText: row.starts_text,
      endsText: row.ends_text,
      proofSha256: row.proof_sha256,
      proofName: row.proof_name,
      duplicateOf: row.duplicate_of,
      reviewChannelId: row.review_channel_id,
      reviewMessageId: row.review_message_id,
      reviewAttachmentId: row.review_attachment_id,
      points: row.points,
      note: row.note,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
      submittedAt: row.submitted_at,
    }),
  ),
);

const FIND_EVENT = sql`SELECT ${EVENT_COLUMNS} FROM events WHERE event_id = :event_id`;

const FIND_SAME_PROOF = sql`
SELECT ${EVENT_COLUMNS} FROM events WHERE proof_sha256 = :sha256 ORDER BY submitted_at, event_id {rows}`;

/** The columns of `event_participants`: what is read, exported and restored. */
export const PARTICIPANT_COLUMNS = sql`event_id, participant_key, list_position, discord_id, roblox_name, entry_id`;
const LIST_PARTICIPANTS = sql`
SELECT ${PARTICIPANT_COLUMNS} FROM event_participants
WHERE event_id = :event_id ORDER BY list_position`;

const ParticipantRow = z.pipe(
  z.object({ participant_key: z.string(), discord_id: Text, roblox_name: Text, entry_id: Text }),
  z.transform(
    (row): Participant => ({
      key: row.participant_key,
      discordId: row.discord_id,
      robloxName: row.roblox_name,
      entryId: row.entry_id,
    }),
  ),
);

export async function findEvent(q: Queryable, id: string): Promise<ClanEvent | undefined> {
  const [event] = await q.query(EventRow, FIND_EVENT, { event_id: id });
  return event;
}

/** The earliest event, whatever became of it, whose proof has these very bytes. */
export async function findSameProof(q: Queryable, sha256: string): Promise<ClanEvent | undefined> {
  const [event] = await q.query(EventRow, FIND_SAME_PROOF, { sha256, row_offset: 0, row_limit: 1 });
  return event;
}

/** In the order in which they were named. */
export async function participantsOf(q: Queryable, eventId: string): Promise<readonly Participant[]> {
  return q.query(ParticipantRow, LIST_PARTICIPANTS, { event_id: eventId });
}
