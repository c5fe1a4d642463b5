import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { type Periods, periodsOf } from './period.ts';
import { type Place, periodPlaceOf, placeOf } from './place.ts';

export const LEADERBOARD_PERIODS = ['all', 'week', 'month'] as const;
export type LeaderboardPeriod = (typeof LEADERBOARD_PERIODS)[number];
const PAGE_SIZE = 10;
/** Nobody leafs further; it also bounds what a page costs. */
export const MAX_PAGE = 100;

export interface Standing {
  /** Equals share a place and are ordered by who was linked first. */
  readonly place: number;
  readonly discordId: string;
  readonly robloxName: string | null;
  readonly rankId: string;
  /** Lifetime points, or the points earned in the period. */
  readonly points: number;
}
export interface LeaderboardPage {
  /** From 1; a page that does not exist becomes the nearest one that does. */
  readonly page: number;
  /** 1 to 100. */
  readonly pages: number;
  readonly standings: readonly Standing[];
}

const StandingRow = z.object({
  discord_id: z.string(),
  roblox_name: z.nullable(z.string()),
  rank_id: z.string(),
  points: z.int(),
});

const COUNT_MEMBERS = sql`SELECT COUNT(*) AS ranked FROM (SELECT discord_id FROM members {rows}) entries`;
const COUNT_IN_PERIOD = sql`
SELECT COUNT(*) AS ranked FROM (
  SELECT discord_id FROM period_points WHERE period_key = :period_key AND points > 0 {rows}) entries`;
const PAGE = sql`
SELECT discord_id, roblox_name, rank_id, total_points AS points
FROM members ORDER BY total_points DESC, joined_at, discord_id {rows}`;
const PAGE_IN_PERIOD = sql`
SELECT p.discord_id, m.roblox_name, m.rank_id, p.points
FROM period_points p JOIN members m ON m.discord_id = p.discord_id
WHERE p.period_key = :period_key AND p.points > 0
ORDER BY p.points DESC, p.joined_at, p.discord_id {rows}`;
const EARNED = sql`
SELECT points FROM period_points WHERE period_key = :period_key AND discord_id = :discord_id`;

/** The key of a period in `period_points`; undefined for all time. */
export function periodKey(
  period: LeaderboardPeriod,
  clock: { readonly now: number; readonly timeZone: string },
): string | undefined {
  if (period === 'all') return undefined;
  const periods: Periods = periodsOf(clock.now, clock.timeZone);
  return periods[period];
}

/**
 * Ten members by lifetime points, or by points earned in the present week or month of the clan's time zone (only
 * who earned any). Costs the same for every size of the clan: it reads at most 1,001 entries of an index.
 */
export async function leaderboardPage(
  q: Queryable,
  request: {
    readonly period: LeaderboardPeriod;
    readonly page: number;
    readonly now: number;
    readonly timeZone: string;
  },
): Promise<LeaderboardPage> {
  const key = periodKey(request.period, request);
  const pages = Math.max(1, Math.ceil((await countRanked(q, key)) / PAGE_SIZE));
  const page = Math.min(Math.max(1, request.page), pages);
  const rowLimit = { row_offset: (page - 1) * PAGE_SIZE, row_limit: PAGE_SIZE };
  const rows =
    key === undefined
      ? await q.query(StandingRow, PAGE, rowLimit)
      : await q.query(StandingRow, PAGE_IN_PERIOD, { period_key: key, ...rowLimit });
  const first = rows[0];
  if (first === undefined) return { page, pages, standings: [] };
  const top = await placeByPoints(q, key, first.points);
  return { page, pages, standings: withPlaces(rows, top.place, rowLimit.row_offset) };
}

/** A member's own points and place. Undefined in a period in which they have earned nothing. */
export async function ownStanding(
  q: Queryable,
  member: { readonly discordId: string; readonly totalPoints: number },
  key: string | undefined,
): Promise<(Place & { readonly points: number }) | undefined> {
  if (key === undefined) return { points: member.totalPoints, ...(await placeOf(q, member)) };
  const [row] = await q.query(z.object({ points: z.int() }), EARNED, {
    period_key: key,
    discord_id: member.discordId,
  });
  if (row === undefined || row.points <= 0) return undefined;
  return { points: row.points, ...(await periodPlaceOf(q, { periodKey: key, points: row.points })) };
}

function placeByPoints(q: Queryable, key: string | undefined, points: number): Promise<Place> {
  return key === undefined
    ? placeOf(q, { totalPoints: points })
    : periodPlaceOf(q, { periodKey: key, points });
}

async function countRanked(q: Queryable, key: string | undefined): Promise<number> {
  const Row = z.object({ ranked: z.int() });
  const limit = { row_offset: 0, row_limit: PAGE_SIZE * MAX_PAGE };
  const [row] =
    key === undefined
      ? await q.query(Row, COUNT_MEMBERS, limit)
      : await q.query(Row, COUNT_IN_PERIOD, { period_key: key, ...limit });
  return row?.ranked ?? 0;
}

function withPlaces(
  rows: readonly z.infer<typeof StandingRow>[],
  firstPlace: number,
  offset: number,
): Standing[] {
  let place = firstPlace;
  return rows.map((row, index) => {
    if (index > 0 && row.points !== rows[index - 1]?.points) place = offset + index + 1;
    return {
      place,
      discordId: row.discord_id,
      robloxName: row.roblox_name,
      rankId: row.rank_id,
      points: row.points,
    };
  });
}
