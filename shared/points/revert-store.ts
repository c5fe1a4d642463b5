import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { unlessOlder } from '../database/older-schema.ts';
import type { RevertScope } from './revert.ts';

/** What a preview showed and its button applies. */
export interface StoredRevert {
  readonly scope: RevertScope;
  /** Unix milliseconds; null: not yet. */
  readonly appliedAt: number | null;
}

const ADD_REVERT = sql`
INSERT INTO point_reverts (revert_id, officer_id, member_id, since_at, with_events, planned_by, planned_at)
VALUES (:revert_id, :officer_id, :member_id, :since_at, :with_events, :planned_by, :planned_at)`;
const FIND_REVERT = sql`
SELECT officer_id, member_id, since_at, with_events, planned_at, applied_at FROM point_reverts
WHERE revert_id = :revert_id`;
const MARK_APPLIED = sql`
UPDATE point_reverts SET applied_at = :applied_at WHERE revert_id = :revert_id AND applied_at IS NULL`;
/** As long as somebody may still have the preview before them. */
const KEPT_MS = 7 * 86_400_000;
const PURGE_REVERTS = sql`DELETE FROM point_reverts WHERE planned_at < :before_ms`;

const RevertRow = z.object({
  officer_id: z.nullable(z.string()),
  member_id: z.nullable(z.string()),
  since_at: z.int(),
  with_events: z.int(),
  planned_at: z.int(),
  applied_at: z.nullable(z.int()),
});

/** Keeps what a preview showed; entries made later are not in it. */
export async function keepRevert(
  tx: Queryable,
  revert: { readonly revertId: string; readonly scope: RevertScope; readonly plannedBy: string },
): Promise<void> {
  const { scope } = revert;
  await tx.execute(ADD_REVERT, {
    revert_id: revert.revertId,
    officer_id: scope.officerId,
    member_id: scope.memberId,
    since_at: scope.since,
    with_events: scope.withEvents ? 1 : 0,
    planned_by: revert.plannedBy,
    planned_at: scope.until,
  });
}

/** Undefined: there is none, or the officer had their data deleted. */
export async function findRevert(q: Queryable, revertId: string): Promise<StoredRevert | undefined> {
  const [row] = await q.query(RevertRow, FIND_REVERT, { revert_id: revertId });
  if (row === undefined || row.officer_id === null) return undefined;
  return {
    scope: {
      officerId: row.officer_id,
      memberId: row.member_id,
      since: row.since_at,
      until: row.planned_at,
      withEvents: row.with_events === 1,
    },
    appliedAt: row.applied_at,
  };
}

/** False: it was applied before. */
export async function markApplied(q: Queryable, revertId: string, now: number): Promise<boolean> {
  return (await q.execute(MARK_APPLIED, { revert_id: revertId, applied_at: now })) > 0;
}

/** Removes previews older than a week; what they did stays in the ledger. Returns how many. A schema without them has none. */
export function purgeReverts(q: Queryable, now: number): Promise<number> {
  return unlessOlder(() => q.execute(PURGE_REVERTS, { before_ms: now - KEPT_MS }), 0);
}
