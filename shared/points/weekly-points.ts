import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { periodsOf } from './period.ts';

/** So many weeks are asked for at once. */
export const MOST_WEEKS = 26;

const IN_WEEKS = sql`
period_key IN (:week_1, :week_2, :week_3, :week_4, :week_5, :week_6, :week_7, :week_8, :week_9, :week_10, :week_11,
  :week_12, :week_13, :week_14, :week_15, :week_16, :week_17, :week_18, :week_19, :week_20, :week_21, :week_22, :week_23,
  :week_24, :week_25, :week_26)`;
const OF_MEMBER = sql`
SELECT period_key, points FROM period_points WHERE discord_id = :discord_id AND ${IN_WEEKS}`;
const OF_CLAN = sql`
SELECT period_key, SUM(points) AS points FROM period_points WHERE ${IN_WEEKS} GROUP BY period_key`;

const Row = z.object({ period_key: z.string(), points: z.int() });
const DAY_MS = 86_400_000;

/** A week of the clan's time zone and what was earned in it. */
export interface WeekPoints {
  /** The Monday it begins with, as `2026-11-16`. */
  readonly monday: string;
  /** Less than 0 where more was taken than given. */
  readonly points: number;
}

/**
 * What a member, or the whole clan, earned in the last so many weeks (26 at most), the present one last, by the sums of
 * the ledger. One query, which reads for a member one entry of an index a week.
 */
export async function weeklyPoints(
  q: Queryable,
  memberId: string | undefined,
  { count, now, timeZone }: { readonly count: number; readonly now: number; readonly timeZone: string },
): Promise<WeekPoints[]> {
  const mondays = mondaysBefore(now, timeZone, Math.min(count, MOST_WEEKS));
  const keys = Array.from({ length: MOST_WEEKS }, (_, index): [string, string] => [
    `week_${index + 1}`,
    `w${mondays[index] ?? mondays[0] ?? ''}`,
  ]);
  const weeks = Object.fromEntries(keys);
  const rows =
    memberId === undefined
      ? await q.query(Row, OF_CLAN, weeks)
      : await q.query(Row, OF_MEMBER, { discord_id: memberId, ...weeks });
  const points = new Map(rows.map((row) => [row.period_key, row.points]));
  return mondays.map((monday) => ({ monday, points: points.get(`w${monday}`) ?? 0 }));
}

function mondaysBefore(now: number, timeZone: string, count: number): string[] {
  const present = Date.parse(periodsOf(now, timeZone).week.slice(1));
  return Array.from({ length: count }, (_, index) =>
    new Date(present - (count - 1 - index) * 7 * DAY_MS).toISOString().slice(0, 10),
  );
}
