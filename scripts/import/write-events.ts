import { type Binds, sql } from '../../shared/database/database.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import { findImportedEvents, type ImportedEvent } from './already-here.ts';
import type { PlannedEvent } from './plan-submission.ts';
import type { ImportRun } from './run.ts';

const ADD_EVENT = sql`
INSERT INTO events (event_id, event_type, host_id, status, starts_text, ends_text, points, decided_by, submitted_at)
VALUES (:event_id, :event_type, :host_id, :status, :starts_text, :ends_text, :points, :decided_by, :submitted_at)`;
const ADD_PARTICIPANT = sql`
INSERT INTO event_participants (event_id, participant_key, list_position, discord_id, roblox_name)
VALUES (:event_id, :participant_key, :list_position, :discord_id, :roblox_name)`;
const DECIDE = sql`
UPDATE events SET status = :status, points = :points, decided_by = :decided_by
WHERE event_id = :event_id AND status = 'pending'`;

/**
 * Brings a page of submissions along: who is not here is added, with its decision; of those that wait here, decisions
 * made with the old bot since the last import follow. Every figure of `comparison` is then read back.
 */
export async function writeEvents(run: ImportRun, page: readonly PlannedEvent[]): Promise<void> {
  const { tx } = run;
  const here = await findImportedEvents(
    tx,
    page.map((event) => event.id),
  );
  const added: PlannedEvent[] = [];
  const decided: PlannedEvent[] = [];
  const others = new Set<string>();
  for (const event of page) {
    const existing = here.get(event.id);
    if (existing === undefined) added.push(event);
    else if (isOther(event, existing)) {
      others.add(event.id);
      leaveOut(run, event);
    } else if (event.status !== existing.status && existing.status === 'pending') decided.push(event);
  }
  if (added.length > 0) await tx.executeMany(ADD_EVENT, added.map(eventBinds));
  const participants = added.flatMap(participantBinds);
  if (participants.length > 0) await tx.executeMany(ADD_PARTICIPANT, participants);
  if (decided.length > 0) {
    const changed = await tx.executeMany(DECIDE, decided.map(decisionBinds));
    if (changed !== decided.length) throw new ConflictError('a submission was decided during the import');
  }
  const ours = page.filter((event) => !others.has(event.id));
  await readBack(run, ours, new Set(added.map((event) => event.id)));
}

/** Two submissions with one number: of another file, or of a database that began again. */
function isOther(event: PlannedEvent, existing: ImportedEvent): boolean {
  if (event.isDated && existing.submitted_at !== event.submittedAt) return true;
  // Of somebody whose data was deleted the host is gone.
  return existing.host_id !== null && event.hostId !== existing.host_id;
}

function leaveOut({ anomalies, comparison }: ImportRun, event: PlannedEvent): void {
  anomalies.add('other-submission', `submission ${event.id}`);
  comparison.explain('submissions', -1);
  comparison.explain(event.status, -1);
  comparison.explain('points of approvals', -(event.points ?? 0));
}

async function readBack(
  run: ImportRun,
  page: readonly PlannedEvent[],
  added: ReadonlySet<string>,
): Promise<void> {
  const { comparison, anomalies } = run;
  const here = await findImportedEvents(
    run.tx,
    page.map((event) => event.id),
  );
  comparison.now('submissions', here.size);
  for (const event of page) {
    const found = here.get(event.id);
    if (found === undefined) continue;
    comparison.old('participants', added.has(event.id) ? event.participants.length : found.participants);
    comparison.now('participants', found.participants);
    comparison.now(found.status, 1);
    if (found.status === 'approved') comparison.now('points of approvals', found.points ?? 0);
    if (found.status === event.status && found.points === event.points) continue;
    comparison.explain(event.status, -1);
    comparison.explain(found.status, 1);
    comparison.explain('points of approvals', (found.points ?? 0) - (event.points ?? 0));
    anomalies.add('decided-here', `submission ${event.id}`, `${event.status} there, ${found.status} here`);
  }
}

function eventBinds(event: PlannedEvent): Binds {
  return {
    event_id: event.id,
    event_type: event.type,
    host_id: event.hostId,
    status: event.status,
    starts_text: event.startsText,
    ends_text: event.endsText,
    points: event.points,
    decided_by: event.decidedBy,
    submitted_at: event.submittedAt,
  };
}

function participantBinds(event: PlannedEvent): Binds[] {
  return event.participants.map((participant, index) => ({
    event_id: event.id,
    participant_key: participant.key,
    list_position: index + 1,
    discord_id: participant.discordId,
    roblox_name: participant.robloxName,
  }));
}

function decisionBinds(event: PlannedEvent): Binds {
  return {
    event_id: event.id,
    status: event.status,
    points: event.points,
    decided_by: event.decidedBy,
  };
}
