import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { type ClanEvent, EVENT_COLUMNS, EventRow, type EventStatus } from './event.ts';

const OLDEST_FIRST = sql`
SELECT ${EVENT_COLUMNS} FROM events WHERE status = :status ORDER BY submitted_at, event_id {rows}`;

const NEWEST_FIRST = sql`
SELECT ${EVENT_COLUMNS} FROM events WHERE status = :status ORDER BY submitted_at DESC, event_id DESC {rows}`;

const COUNT = sql`SELECT COUNT(*) AS found FROM events WHERE status = :status`;
const CountRow = z.object({ found: z.int() });

/** Submissions that wait for a decision, oldest first, and how many there are in all. */
export async function pendingEvents(
  q: Queryable,
  limit: number,
): Promise<{ events: readonly ClanEvent[]; total: number }> {
  const events = await q.query(EventRow, OLDEST_FIRST, {
    status: 'pending',
    row_offset: 0,
    row_limit: limit,
  });
  const [count] = await q.query(CountRow, COUNT, { status: 'pending' });
  return { events, total: count?.found ?? 0 };
}

/** The latest events of one status, newest first. */
export async function latestEvents(
  q: Queryable,
  status: EventStatus,
  limit: number,
): Promise<readonly ClanEvent[]> {
  return q.query(EventRow, NEWEST_FIRST, { status, row_offset: 0, row_limit: limit });
}
