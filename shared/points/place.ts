import * as z from 'zod/mini';
import { type Queryable, type Sql, sql } from '../database/database.ts';

/** Places are counted up to here; beyond it the bot says "over 10,000". */
const EXACT_PLACES = 10_000;

export interface Place {
  /** 1 and up. Where not exact, the first place that is not counted: 10,001. */
  readonly place: number;
  readonly exact: boolean;
}

const COUNT_AHEAD = sql`
SELECT COUNT(*) AS ahead FROM (
  SELECT discord_id FROM members WHERE total_points > :points {rows}) entries`;
const COUNT_AHEAD_IN_PERIOD = sql`
SELECT COUNT(*) AS ahead FROM (
  SELECT discord_id FROM period_points WHERE period_key = :period_key AND points > :points {rows}) entries`;

/**
 * A member's place by lifetime points: one more than the number of members with more, so equals share a place.
 * Reads at most 10,000 entries of an index, however many members there are.
 */
export async function placeOf(q: Queryable, member: { readonly totalPoints: number }): Promise<Place> {
  return countAhead(q, COUNT_AHEAD, { points: member.totalPoints });
}

/** The same by the points earned in one week or month. */
export async function periodPlaceOf(
  q: Queryable,
  earned: { readonly periodKey: string; readonly points: number },
): Promise<Place> {
  return countAhead(q, COUNT_AHEAD_IN_PERIOD, { period_key: earned.periodKey, points: earned.points });
}

async function countAhead(
  q: Queryable,
  statement: Sql,
  binds: Record<string, string | number>,
): Promise<Place> {
  const [row] = await q.query(z.object({ ahead: z.int() }), statement, {
    ...binds,
    row_offset: 0,
    row_limit: EXACT_PLACES,
  });
  return placeBehind(row?.ahead ?? 0);
}

/** The place of somebody who has so many ahead of them, of whom no more than 10,000 were counted. */
export function placeBehind(ahead: number): Place {
  return { place: ahead + 1, exact: ahead < EXACT_PLACES };
}
