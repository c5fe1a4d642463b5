import type { ClanContext } from '../context/clan-runtime.ts';
import { type Queryable, sql } from '../database/database.ts';
import { unlessOlder } from '../database/older-schema.ts';
import { makeSnowflake } from '../discord/snowflake.ts';
import { type ChangeTransaction, changeTransaction } from '../outbox/change-transaction.ts';
import { renewLeaveCard } from './card.ts';
import { beginLeave, closeLeave, LEAVE_COLUMNS, type Leave, LeaveRow } from './leave.ts';
import { leaveTexts } from './texts.ts';

/** One transaction holds so many, so that it stays short. */
const A_BATCH = 50;

const DUE_LEAVES = sql`
SELECT ${LEAVE_COLUMNS} FROM leaves
WHERE (status = 'approved' AND starts_at <= :now_ms)
  OR (status IN ('requested', 'running') AND ends_at <= :now_ms)
ORDER BY starts_at, leave_id {rows}`;

/** What moving leaves needs. */
type JobContext = Pick<ClanContext, 'db' | 'settings' | 'now' | 'random'>;

/** How many leaves began, and how many ended or lapsed. */
export interface LeavesMoved {
  readonly begun: number;
  readonly ended: number;
}

/**
 * Begins the leaves whose first day has come and ends those whose last day is over, with their roles, cards and direct
 * messages; those that nobody decided on lapse. Running it again does nothing twice: each leave moves from the status
 * that was seen, in the transaction that writes its effects. Stops at `deadline` (Unix milliseconds); the next run goes
 * on. A schema without leaves has none.
 */
export async function moveLeaves(context: JobContext, deadline: number): Promise<LeavesMoved> {
  const { db, now, random } = context;
  let moved: LeavesMoved = { begun: 0, ended: 0 };
  while (now() < deadline) {
    const base = makeSnowflake(now(), random);
    const at = now();
    const step = await db.transaction(async (tx) => {
      const due = await unlessOlder(() => dueLeaves(tx, at), []);
      const change = changeTransaction(tx, { base, now: at });
      const begun = [];
      const ended = [];
      for (const leave of due) {
        if (leave.status === 'approved' && leave.endsAt > at) begun.push(await begin(change, leave));
        else ended.push(await end(change, leave, { ...context, at }));
      }
      return { begun: begun.length, ended: ended.length };
    });
    moved = { begun: moved.begun + step.begun, ended: moved.ended + step.ended };
    if (step.begun + step.ended < A_BATCH) break;
  }
  return moved;
}

function dueLeaves(tx: Queryable, now: number): Promise<Leave[]> {
  return tx.query(LeaveRow, DUE_LEAVES, { now_ms: now, row_offset: 0, row_limit: A_BATCH });
}

async function begin(tx: ChangeTransaction, leave: Leave): Promise<void> {
  if (await beginLeave(tx, leave.id)) await addLeaveRole(tx, leave);
}

async function end(
  tx: ChangeTransaction,
  leave: Leave,
  { settings, at }: Pick<ClanContext, 'settings'> & { readonly at: number },
): Promise<void> {
  const lapsed = leave.status === 'requested';
  const status = lapsed ? 'lapsed' : 'ended';
  if (!(await closeLeave(tx, leave, status, at))) return;
  if (!lapsed) await addLeaveRole(tx, leave);
  await renewLeaveCard(tx, leave, { status, at }, settings);
  const texts = leaveTexts(settings.locale);
  const say = lapsed ? texts.lapsedMessage : texts.endedMessage;
  const content = say(settings.clan_name, leave);
  await tx.addEffect({ kind: 'dm', userId: leave.memberId, message: { content } });
}

/** Brings the role of a leave to how the leave stands when it is performed. Returns the effect's id. */
export function addLeaveRole(
  tx: ChangeTransaction,
  { id, memberId }: Pick<Leave, 'id' | 'memberId'>,
): Promise<string> {
  return tx.addEffect({ kind: 'leave-role', memberId, leaveId: id });
}
