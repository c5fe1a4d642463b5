import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';

/** What members of a span of ranks do in a week. */
export interface Quota {
  readonly id: string;
  readonly amount: number;
  readonly counted: 'points' | 'events';
  /** The span: the lowest and the highest rank, by id, and a category; null: no bound. */
  readonly fromId: string | null;
  readonly toId: string | null;
  readonly category: string | null;
  /** Keys of weeks, both included; without a last one it has no end. */
  readonly firstWeek: string;
  readonly lastWeek: string | null;
}
export type Span = Pick<Quota, 'fromId' | 'toId' | 'category'>;

/** The columns of `quotas`: what is exported and restored. */
export const QUOTA_COLUMNS = sql`
quota_id, open_key, amount, counts_what, rank_from_id, rank_to_id, category, first_week, last_week, set_by, set_at,
removed_by, removed_at`;

/** Keys of weeks sort as the weeks do. */
const QUOTAS_SINCE = sql`
SELECT ${QUOTA_COLUMNS} FROM quotas WHERE last_week IS NULL OR last_week >= :since_week ORDER BY set_at, quota_id`;
const ADD_QUOTA = sql`
INSERT INTO quotas (quota_id, open_key, amount, counts_what, rank_from_id, rank_to_id, category, first_week, set_by, set_at)
VALUES (:quota_id, :open_key, :amount, :counts_what, :rank_from_id, :rank_to_id, :category, :first_week, :set_by, :set_at)`;
const CLOSE_QUOTA = sql`
UPDATE quotas SET open_key = NULL, last_week = :last_week, removed_by = :removed_by, removed_at = :removed_at
WHERE quota_id = :quota_id AND last_week IS NULL`;

const QuotaRow = z.pipe(
  z.object({
    quota_id: z.string(),
    amount: z.int(),
    counts_what: z.enum(['points', 'events']),
    rank_from_id: z.nullable(z.string()),
    rank_to_id: z.nullable(z.string()),
    category: z.nullable(z.string()),
    first_week: z.string(),
    last_week: z.nullable(z.string()),
  }),
  z.transform(
    (row): Quota => ({
      id: row.quota_id,
      amount: row.amount,
      counted: row.counts_what,
      fromId: row.rank_from_id,
      toId: row.rank_to_id,
      category: row.category,
      firstWeek: row.first_week,
      lastWeek: row.last_week,
    }),
  ),
);

/** Quotas that count in this week or later. */
export function quotasSince(q: Queryable, weekKey: string): Promise<Quota[]> {
  return q.query(QuotaRow, QUOTAS_SINCE, { since_week: weekKey });
}

/** Whether the quota counts in the week. One that was replaced or removed before it began never counts. */
export function countsIn({ firstWeek, lastWeek }: Quota, weekKey: string): boolean {
  return firstWeek <= weekKey && (lastWeek === null || weekKey <= lastWeek);
}

/** Throws `ConflictError` when the span has a quota without end, which may have been set at the same moment. */
export async function addQuota(
  tx: Queryable,
  quota: Omit<Quota, 'lastWeek'>,
  by: { readonly actorId: string; readonly now: number },
): Promise<void> {
  await insertOnce(tx, ADD_QUOTA, {
    quota_id: quota.id,
    open_key: spanKey(quota),
    amount: quota.amount,
    counts_what: quota.counted,
    rank_from_id: quota.fromId,
    rank_to_id: quota.toId,
    category: quota.category,
    first_week: quota.firstWeek,
    set_by: by.actorId,
    set_at: by.now,
  });
}

/** Whether it had no end before. `lastWeek` is the last one in which it counts. */
export async function closeQuota(
  tx: Queryable,
  quotaId: string,
  lastWeek: string,
  by: { readonly actorId: string; readonly now: number },
): Promise<boolean> {
  const binds = { quota_id: quotaId, last_week: lastWeek, removed_by: by.actorId, removed_at: by.now };
  return (await tx.execute(CLOSE_QUOTA, binds)) > 0;
}

export function isSameSpan(a: Span, b: Span): boolean {
  return spanKey(a) === spanKey(b);
}

function spanKey({ fromId, toId, category }: Span): string {
  return `${fromId ?? ''}:${toId ?? ''}:${category ?? ''}`;
}
