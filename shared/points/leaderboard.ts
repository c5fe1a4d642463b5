import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { type Periods, periodsOf } from './period.ts';
import { type Place, periodPlaceOf, placeBehind, placeOf } from './place.ts';

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
  /** The caller's own; undefined: they have nothing to show. */
  readonly own: (Place & { readonly points: number }) | undefined;
}

/** More than the column holds. */
const NOBODY_HAS = 99_999_999_999;

const StandingRow = z.object({
  discord_id: z.string(),
  roblox_name: z.nullable(z.string()),
  rank_id: z.string(),
  points: z.int(),
});

const COUNTS = sql`
SELECT (SELECT COUNT(*) FROM (SELECT discord_id FROM members {first 1000}) entries) AS ranked,
  (SELECT COUNT(*) FROM (SELECT discord_id FROM members WHERE total_points > :points {first 10000}) ahead)
    AS ahead
FROM dual`;
const COUNTS_IN_PERIOD = sql`
SELECT (SELECT COUNT(*) FROM (
    SELECT discord_id FROM period_points WHERE period_key = :period_key AND points > 0 {first 1000}) entries)
    AS ranked,
  (SELECT points FROM period_points WHERE period_key = :period_key AND discord_id = :discord_id) AS points
FROM dual`;
const PAGE = sql`
SELECT discord_id, roblox_name, rank_id, total_points AS points
FROM members ORDER BY total_points DESC, joined_at, discord_id {rows}`;
const PAGE_IN_PERIOD = sql`
SELECT p.discord_id, m.roblox_name, m.rank_id, p.points
FROM period_points p JOIN members m ON m.discord_id = p.discord_id
WHERE p.period_key = :period_key AND p.points > 0
ORDER BY p.points DESC, p.joined_at, p.discord_id {rows}`;

/** The key of a period in `period_points`; undefined for all time. */
function periodKey(
  period: LeaderboardPeriod,
  clock: { readonly now: number; readonly timeZone: string },
): string | undefined {
  if (period === 'all') return undefined;
  const periods: Periods = periodsOf(clock.now, clock.timeZone);
  return periods[period];
}

/**
 * Ten members by lifetime points, or by points earned in the present week or month of the clan's time zone (only
 * who earned any), and where the caller stands: `own` is undefined for somebody the clan does not know, and in a period in
 * which they have earned nothing. Costs the same whatever the size of the clan: it reads at most 1,000 and 10,000 entries
 * of an index.
 */
export async function leaderboardPage(
  q: Queryable,
  request: {
    readonly period: LeaderboardPeriod;
    readonly page: number;
    readonly caller?: { readonly discordId: string; readonly totalPoints: number } | undefined;
    readonly now: number;
    readonly timeZone: string;
  },
): Promise<LeaderboardPage> {
  const key = periodKey(request.period, request);
  const { ranked, own } = await count(q, key, request.caller);
  const pages = Math.max(1, Math.ceil(ranked / PAGE_SIZE));
  const page = Math.min(Math.max(1, request.page), pages);
  const rowLimit = { row_offset: (page - 1) * PAGE_SIZE, row_limit: PAGE_SIZE };
  const rows =
    key === undefined
      ? await q.query(StandingRow, PAGE, rowLimit)
      : await q.query(StandingRow, PAGE_IN_PERIOD, { period_key: key, ...rowLimit });
  const first = rows[0];
  if (first === undefined) return { page, pages, standings: [], own };
  const top = page === 1 ? 1 : (await placeByPoints(q, key, first.points)).place;
  return { page, pages, standings: withPlaces(rows, top, rowLimit.row_offset), own };
}

type Own = LeaderboardPage['own'];

/** How many there are to show, a thousand at most, and the caller's own points and place. */
async function count(
  q: Queryable,
  key: string | undefined,
  caller: { readonly discordId: string; readonly totalPoints: number } | undefined,
): Promise<{ readonly ranked: number; readonly own: Own }> {
  if (key === undefined) {
    // Nobody has more than for a stranger, so nothing is counted.
    const points = caller?.totalPoints ?? NOBODY_HAS;
    const [row] = await q.query(z.object({ ranked: z.int(), ahead: z.int() }), COUNTS, { points });
    const ahead = row?.ahead ?? 0;
    const own = caller === undefined ? undefined : { points, ...placeBehind(ahead) };
    return { ranked: row?.ranked ?? 0, own };
  }
  const Row = z.object({ ranked: z.int(), points: z.nullable(z.int()) });
  const binds = { period_key: key, discord_id: caller?.discordId ?? null };
  const [row] = await q.query(Row, COUNTS_IN_PERIOD, binds);
  const points = row?.points ?? 0;
  const own = points > 0 ? { points, ...(await periodPlaceOf(q, { periodKey: key, points })) } : undefined;
  return { ranked: row?.ranked ?? 0, own };
}

function placeByPoints(q: Queryable, key: string | undefined, points: number): Promise<Place> {
  return key === undefined
    ? placeOf(q, { totalPoints: points })
    : periodPlaceOf(q, { periodKey: key, points });
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
