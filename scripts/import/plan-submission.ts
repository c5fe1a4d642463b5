import { clip } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import type { EventStatus } from '../../shared/events/event.ts';
import { type Participant, readParticipants } from '../../shared/events/participants.ts';
import { typedNames } from '../../shared/events/typed-names.ts';
import { nameKey } from '../../shared/members/name-key.ts';
import { cut } from '../../shared/text/cut.ts';
import { storableName } from '../../shared/text/name.ts';
import type { AnomalyKind } from './anomalies.ts';
import type { OldSubmission } from './old-rows.ts';
import { discordId, oldNumber, oldTime } from './old-values.ts';
import type { ImportRun } from './run.ts';

/** A submission of the old bot as an event here. Its number stays its id, so that people find it again. */
export interface PlannedEvent {
  readonly id: string;
  readonly type: string;
  readonly hostId: string | null;
  readonly status: EventStatus;
  /** As they were typed; the old bot never read them as times. */
  readonly startsText: string | null;
  readonly endsText: string | null;
  readonly points: number | null;
  readonly decidedBy: string | null;
  /** Unix milliseconds. */
  readonly submittedAt: number;
  readonly isDated: boolean;
  readonly participants: readonly Participant[];
}

/** Letters, digits and underscores; early accounts have shorter names than 3. */
const ROBLOX_NAME = /^\w{1,20}$/;
const STATUSES: readonly EventStatus[] = ['pending', 'approved', 'declined'];
const LIMITS = { type: 100, time: 200, points: 99_999 } as const;

/** Reads one submission. What is odd is fixed and listed; undefined: it cannot be brought along. */
export function planSubmission(row: OldSubmission, run: ImportRun): PlannedEvent | undefined {
  const { comparison } = run;
  const list = (kind: AnomalyKind, detail = '') =>
    run.anomalies.add(kind, `submission ${row.submission_id}`, detail);
  const status = readStatus(row.status, list);
  if (!/^[1-9]\d{0,18}$/.test(row.submission_id)) {
    list('submission-id');
    comparison.explain('submissions', -1);
    comparison.explain(status, -1);
    if (status === 'approved') comparison.explain('points of approvals', -oldNumber(row.points_awarded).old);
    return undefined;
  }
  const submittedAt = oldTime(row.submitted_at);
  if (submittedAt === undefined) list('submission-time', row.submitted_at ?? 'no date');
  const participants = readNames(row.participants ?? '', list);
  if (participants.length === 0) list('no-participants');
  return {
    id: row.submission_id,
    type: fitted(storableName(row.event_type ?? ''), LIMITS.type, list) ?? noType(list),
    hostId: readHost(row, list),
    status,
    startsText: fitted(storableName(row.start_time ?? ''), LIMITS.time, list),
    endsText: fitted(storableName(row.end_time ?? ''), LIMITS.time, list),
    points: readPoints(row, status, run, list),
    decidedBy: status === 'pending' ? null : readReviewer(row, list),
    submittedAt: submittedAt ?? run.now,
    isDated: submittedAt !== undefined,
    participants,
  };
}

type List = (kind: AnomalyKind, detail?: string) => void;

/** What an old status counts as; the same for the sums of the old database. */
export function statusOf(text: string | null): EventStatus | undefined {
  const known = (text ?? 'pending').trim().toLowerCase();
  return STATUSES.find((status) => status === known);
}

function readStatus(text: string | null, list: List): EventStatus {
  const status = statusOf(text);
  if (status === undefined) list('unknown-status', text ?? '');
  return status ?? 'pending';
}

function readHost(row: OldSubmission, list: List): string | null {
  const host = discordId(row.submitter_id);
  if (host === undefined) list('submitter-id', row.submitter_id ?? 'nobody');
  else if (row.is_member === 0) list('submitter-not-member', host);
  return host ?? null;
}

function readReviewer(row: OldSubmission, list: List): string | null {
  const reviewer = discordId(row.admin_id);
  if (reviewer === undefined && row.admin_id !== null) list('reviewer-id', row.admin_id);
  return reviewer ?? null;
}

function readPoints(
  row: OldSubmission,
  status: EventStatus,
  { comparison }: ImportRun,
  list: List,
): number | null {
  if (status !== 'approved') {
    if (row.points_awarded !== null) list('points-without-approval', row.points_awarded);
    return null;
  }
  const { old, value, problem } = oldNumber(row.points_awarded);
  if (old === 0) list('approved-without-points');
  if (problem === 'missing') return null;
  if (problem === undefined && value <= LIMITS.points) return value;
  list('event-points', row.points_awarded ?? '');
  comparison.explain('points of approvals', -old);
  return null;
}

/** The names of a list, each once. What is not wholly understood is listed; what can be no name is left out as well. */
function readNames(text: string, list: List): readonly Participant[] {
  const found = new Map<string, Participant>();
  for (const piece of typedNames(text)) {
    try {
      for (const participant of readParticipants([], piece)) {
        const { key, robloxName } = participant;
        if (found.has(key)) list('named-twice', nameKey(piece));
        else if (robloxName !== null && !ROBLOX_NAME.test(robloxName)) list('odd-participant', robloxName);
        found.set(key, found.get(key) ?? participant);
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      list('bad-participant', piece);
    }
  }
  return [...found.values()];
}

function fitted(text: string, length: number, list: List): string | null {
  if (text.length > length) list('cut-text', cut(text, 40));
  return text === '' ? null : clip(text, length);
}

function noType(list: List): string {
  list('no-type');
  return 'Raid';
}
