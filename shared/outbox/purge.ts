import { type Queryable, sql } from '../database/database.ts';

/** A duplicate of an interaction comes within minutes; a day later its finished effects say nothing any more. */
const DONE_KEPT_MS = 24 * 3_600_000;
/** What failed is kept longer, for whoever looks into it. */
const FAILED_KEPT_MS = 14 * 24 * 3_600_000;

// due_at is never later than finished_at, so the index on (status, due_at) leads to the rows.
const PURGE = sql`
DELETE FROM outbox WHERE status = :status AND due_at < :before_ms AND finished_at < :before_ms`;

/** The subject of a reply that is still to be sent ends with a part of its token. */
const FORGET_TOKENS = sql`
UPDATE outbox SET payload = '{}', subject = 'reply'
WHERE kind = 'reply' AND status IN ('done', 'failed') AND subject <> 'reply'`;

/**
 * Removes finished rows: done ones after a day, failed ones after two weeks, and what a former version left of tokens in
 * the others. Returns how many were removed.
 */
export async function purgeOutbox(q: Queryable, now: number): Promise<number> {
  await q.execute(FORGET_TOKENS);
  const done = await q.execute(PURGE, { status: 'done', before_ms: now - DONE_KEPT_MS });
  const failed = await q.execute(PURGE, { status: 'failed', before_ms: now - FAILED_KEPT_MS });
  return done + failed;
}
