import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';

/** A member whose sums are not those of the ledger. */
export interface LedgerDifference {
  readonly discordId: string;
  readonly points: number;
  readonly totalPoints: number;
  readonly ledgerPoints: number;
  readonly ledgerTotal: number;
}

const DifferenceRow = z.pipe(
  z.object({
    discord_id: z.string(),
    points: z.int(),
    total_points: z.int(),
    ledger_points: z.int(),
    ledger_total: z.int(),
  }),
  z.transform(
    (row): LedgerDifference => ({
      discordId: row.discord_id,
      points: row.points,
      totalPoints: row.total_points,
      ledgerPoints: row.ledger_points,
      ledgerTotal: row.ledger_total,
    }),
  ),
);

const DIFFERENCES = sql`
SELECT m.discord_id, m.points, m.total_points,
  COALESCE(SUM(e.points_delta), 0) AS ledger_points, COALESCE(SUM(e.lifetime_delta), 0) AS ledger_total
FROM members m LEFT JOIN point_entries e ON e.member_id = m.discord_id
GROUP BY m.discord_id, m.points, m.total_points
HAVING m.points <> COALESCE(SUM(e.points_delta), 0) OR m.total_points <> COALESCE(SUM(e.lifetime_delta), 0)
ORDER BY m.discord_id {rows}`;

const MAX_DIFFERENCES = 100;

/** Members whose points differ from the ledger's sums, up to 100. Empty: the books balance. Reads every entry. */
export async function ledgerDifferences(q: Queryable): Promise<readonly LedgerDifference[]> {
  return q.query(DifferenceRow, DIFFERENCES, { row_offset: 0, row_limit: MAX_DIFFERENCES });
}
