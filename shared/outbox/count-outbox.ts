import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';

const COUNT_OVERDUE = sql`
SELECT COUNT(*) AS found FROM outbox WHERE status = 'due' AND created_at < :now_ms`;
const COUNT_FAILED = sql`
SELECT COUNT(*) AS found FROM outbox WHERE status = 'failed' AND finished_at >= :failed_since`;
const Count = z.object({ found: z.int() });

/** Effects that wait to be performed, and those that failed for good since `failedSince` (Unix milliseconds). */
export async function countOutbox(
  q: Queryable,
  when: { readonly now: number; readonly failedSince: number },
): Promise<{ readonly overdue: number; readonly failed: number }> {
  const [overdue] = await q.query(Count, COUNT_OVERDUE, { now_ms: when.now });
  const [failed] = await q.query(Count, COUNT_FAILED, { failed_since: when.failedSince });
  return { overdue: overdue?.found ?? 0, failed: failed?.found ?? 0 };
}
