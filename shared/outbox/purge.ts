import { type Queryable, sql } from '../database/database.ts';

/** A duplicate of an interaction comes within minutes; a day later its finished effects say nothing any more. */
const DONE_KEPT_MS = 24 * 3_600_000;
/** What failed is kept longer, for whoever looks into it. */
const FAILED_KEPT_MS = 14 * 24 * 3_600_000;

// due_at is never later than finished_at, so the index on (status, due_at) leads to the rows.
const PURGE = sql`
DELETE FROM outbox WHERE status = :status AND due_at < :before_ms AND finished_at < :before_ms`;

/** Removes finished rows: done ones after a day, failed ones after two weeks. Returns how many. */
export async function purgeOutbox(q: Queryable, now: number): Promise<number> {
  const done = await q.execute(PURGE, { status: 'done', before_ms: now - DONE_KEPT_MS });
  const failed = await q.execute(PURGE, { status: 'failed', before_ms: now - FAILED_KEPT_MS });
  return done + failed;
}
