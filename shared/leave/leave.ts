import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';

const STATUSES = ['requested', 'approved', 'running', 'ended', 'denied', 'withdrawn', 'lapsed'] as const;

/**
 * `approved`: it has not begun. `withdrawn`: its member took it back before it began. `lapsed`: nobody decided until it
 * was over.
 */
export type LeaveStatus = (typeof STATUSES)[number];
/** How a leave stops being the one that its member has. */
export type LeaveEnd = 'ended' | 'denied' | 'withdrawn' | 'lapsed';

/** A leave of absence. Its days are whole days of the clan's zone as it was when the leave was requested. */
export interface Leave {
  readonly id: string;
  readonly memberId: string;
  readonly status: LeaveStatus;
  /** `2026-11-28`, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Unix milliseconds: the begin of the first day, and the begin of the day after the last one. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** As typed. Not escaped. */
  readonly reason: string;
  /** The Discord role that was given for it and is to be taken. */
  readonly roleId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  /** When it was denied, withdrawn, lapsed or ended. */
  readonly closedAt: number | null;
}

/** One that is requested, approved or running. */
export interface OpenLeave extends Pick<Leave, 'firstDay' | 'lastDay'> {
  readonly status: 'requested' | 'approved' | 'running';
}

/** The columns of `leaves`: what is exported and restored. */
export const LEAVE_COLUMNS = sql`
leave_id, discord_id, status, open_key, first_day, last_day, starts_at, ends_at, reason, role_id, channel_id, message_id,
requested_at, decided_by, decided_at, closed_at`;

const FIND_LEAVE = sql`SELECT ${LEAVE_COLUMNS} FROM leaves WHERE leave_id = :leave_id`;
const OPEN_LEAVE = sql`SELECT ${LEAVE_COLUMNS} FROM leaves WHERE open_key = :open_key`;
const LEAVES_OF = sql`
SELECT ${LEAVE_COLUMNS} FROM leaves WHERE discord_id = :discord_id ORDER BY starts_at DESC, leave_id DESC {rows}`;
const ADD_LEAVE = sql`
INSERT INTO leaves (leave_id, discord_id, status, open_key, first_day, last_day, starts_at, ends_at, reason,
  requested_at)
VALUES (:leave_id, :discord_id, 'requested', :open_key, :first_day, :last_day, :starts_at, :ends_at, :reason,
  :requested_at)`;
const DECIDE_LEAVE = sql`
UPDATE leaves SET status = :status, decided_by = :decided_by, decided_at = :decided_at
WHERE leave_id = :leave_id AND status = 'requested'`;
/** Only from the status that was seen. */
const BEGIN_LEAVE = sql`UPDATE leaves SET status = 'running' WHERE leave_id = :leave_id AND status = 'approved'`;
const CLOSE_LEAVE = sql`
UPDATE leaves SET status = :status, open_key = NULL, closed_at = :closed_at
WHERE leave_id = :leave_id AND status = :seen_status`;
const KEEP_ROLE = sql`UPDATE leaves SET role_id = :role_id WHERE leave_id = :leave_id`;

const LeaveRow = z.pipe(
  z.object({
    leave_id: z.string(),
    discord_id: z.string(),
    status: z.enum(STATUSES),
    first_day: z.string(),
    last_day: z.string(),
    starts_at: z.int(),
    ends_at: z.int(),
    reason: z.string(),
    role_id: z.nullable(z.string()),
    decided_by: z.nullable(z.string()),
    decided_at: z.nullable(z.int()),
    closed_at: z.nullable(z.int()),
  }),
  z.transform(
    (row): Leave => ({
      id: row.leave_id,
      memberId: row.discord_id,
      status: row.status,
      firstDay: row.first_day,
      lastDay: row.last_day,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      reason: row.reason,
      roleId: row.role_id,
      decidedBy: row.decided_by,
      decidedAt: row.decided_at,
      closedAt: row.closed_at,
    }),
  ),
);

export { LeaveRow };

export async function findLeave(q: Queryable, leaveId: string): Promise<Leave | undefined> {
  const [leave] = await q.query(LeaveRow, FIND_LEAVE, { leave_id: leaveId });
  return leave;
}

/** The member's leave that is requested, approved or running. */
export async function openLeave(q: Queryable, memberId: string): Promise<Leave | undefined> {
  const [leave] = await q.query(LeaveRow, OPEN_LEAVE, { open_key: memberId });
  return leave;
}

/** The member's leaves, the latest first. */
export function leavesOf(q: Queryable, memberId: string, most: number): Promise<Leave[]> {
  return q.query(LeaveRow, LEAVES_OF, { discord_id: memberId, row_offset: 0, row_limit: most });
}

/** Throws `ConflictError` when the member has an open one, which may have been requested at the same moment. */
export async function addLeave(
  tx: Queryable,
  leave: Pick<Leave, 'id' | 'memberId' | 'firstDay' | 'lastDay' | 'startsAt' | 'endsAt' | 'reason'>,
  now: number,
): Promise<void> {
  await insertOnce(tx, ADD_LEAVE, {
    leave_id: leave.id,
    discord_id: leave.memberId,
    open_key: leave.memberId,
    first_day: leave.firstDay,
    last_day: leave.lastDay,
    starts_at: leave.startsAt,
    ends_at: leave.endsAt,
    reason: leave.reason,
    requested_at: now,
  });
}

/** Whether it was still undecided: the first decision counts. A denied one has to be closed as well. */
export async function decideLeave(
  tx: Queryable,
  decision: { readonly leaveId: string; readonly actorId: string; readonly now: number },
): Promise<boolean> {
  const { leaveId, actorId, now } = decision;
  const binds = { leave_id: leaveId, decided_by: actorId, decided_at: now };
  return (await tx.execute(DECIDE_LEAVE, { ...binds, status: 'approved' })) > 0;
}

/** Whether it was approved and had not begun. */
export async function beginLeave(tx: Queryable, leaveId: string): Promise<boolean> {
  return (await tx.execute(BEGIN_LEAVE, { leave_id: leaveId })) > 0;
}

/** Whether it still was as it was seen. */
export async function closeLeave(
  tx: Queryable,
  seen: Pick<Leave, 'id' | 'status'>,
  status: LeaveEnd,
  now: number,
): Promise<boolean> {
  const binds = { leave_id: seen.id, seen_status: seen.status, status, closed_at: now };
  return (await tx.execute(CLOSE_LEAVE, binds)) > 0;
}

/** Remembers which role is given for the leave; null: it was taken again. */
export async function keepLeaveRole(q: Queryable, leaveId: string, roleId: string | null): Promise<void> {
  await q.execute(KEEP_ROLE, { leave_id: leaveId, role_id: roleId });
}
