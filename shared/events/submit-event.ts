import { sql } from '../database/database.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { type ClanEvent, findSameProof } from './event.ts';
import type { Participant } from './participants.ts';
import type { Proof } from './proof.ts';
import type { EventTimes } from './times.ts';

const ADD_EVENT = sql`
INSERT INTO events (event_id, event_type, host_id, status, starts_at, ends_at, starts_text, ends_text,
  proof_sha256, proof_name, duplicate_of, submitted_at)
VALUES (:event_id, :event_type, :host_id, 'pending', :starts_at, :ends_at, :starts_text, :ends_text,
  :sha256, :proof_name, :duplicate_id, :submitted_at)`;

const ADD_PARTICIPANT = sql`
INSERT INTO event_participants (event_id, participant_key, list_position, discord_id, roblox_name)
VALUES (:event_id, :participant_key, :list_position, :discord_id, :roblox_name)`;

export interface Submission {
  /** One of the clan's event types. */
  readonly type: string;
  readonly hostId: string;
  readonly times: EventTimes;
  readonly participants: readonly Participant[];
  readonly proof: Proof;
  /** Unix milliseconds. */
  readonly now: number;
}

/** Writes a submission that waits for review, and finds the earliest event with the same proof. */
export async function submitEvent(
  tx: ChangeTransaction,
  submission: Submission,
): Promise<{ event: ClanEvent; duplicateOf: ClanEvent | undefined }> {
  const { times, proof } = submission;
  const duplicateOf = await findSameProof(tx, proof.sha256);
  const event: ClanEvent = {
    id: tx.newId(),
    type: submission.type,
    hostId: submission.hostId,
    status: 'pending',
    ...times,
    proofSha256: proof.sha256,
    proofName: proof.name,
    duplicateOf: duplicateOf?.id ?? null,
    reviewChannelId: null,
    reviewMessageId: null,
    reviewAttachmentId: null,
    points: null,
    note: null,
    decidedBy: null,
    decidedAt: null,
    submittedAt: submission.now,
  };
  await tx.execute(ADD_EVENT, {
    event_id: event.id,
    event_type: event.type,
    host_id: event.hostId,
    starts_at: event.startsAt,
    ends_at: event.endsAt,
    starts_text: event.startsText,
    ends_text: event.endsText,
    sha256: event.proofSha256,
    proof_name: event.proofName,
    duplicate_id: event.duplicateOf,
    submitted_at: event.submittedAt,
  });
  await tx.executeMany(
    ADD_PARTICIPANT,
    submission.participants.map((participant, index) => ({
      event_id: event.id,
      participant_key: participant.key,
      list_position: index + 1,
      discord_id: participant.discordId,
      roblox_name: participant.robloxName,
    })),
  );
  return { event, duplicateOf };
}
