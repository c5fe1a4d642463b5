import * as z from 'zod/mini';
import { type Queryable, type Sql, sql } from '../../shared/database/database.ts';
import type { OldLayout } from './old-layout.ts';
import {
  OldBlacklisting,
  OldMember,
  OldName,
  OldRank,
  OldSetting,
  OldStatusSums,
  OldSubmission,
  OldSums,
} from './old-rows.ts';

/** Rows that are in memory at once: two lists of what is looked for here. */
const PAGE = 600;
/** Before every id: ids of 64 bits may be negative, if only by mistake. */
const FIRST = '-9223372036854775808';

// Ids have 64 bits and would lose digits as numbers, so they are read, and compared, as text.
const MEMBER = sql`CAST(m.discord_id AS VARCHAR2(40)) AS discord_id, m.roblox_username,
  CAST(m.current_rank AS VARCHAR2(40)) AS current_rank, CAST(m.points AS VARCHAR2(40)) AS points,
  CAST(m.created_at AS VARCHAR2(40)) AS created_at`;
const BY_MEMBER = sql`FROM members m WHERE m.discord_id > CAST(:after_row AS NUMBER(20)) ORDER BY m.discord_id {rows}`;
const MEMBERS = sql`SELECT ${MEMBER}, CAST(m.total_points AS VARCHAR2(40)) AS total_points ${BY_MEMBER}`;
const MEMBERS_WITHOUT_TOTAL = sql`SELECT ${MEMBER}, CAST(m.points AS VARCHAR2(40)) AS total_points ${BY_MEMBER}`;

const NAMES = sql`
SELECT CAST(m.discord_id AS VARCHAR2(40)) AS discord_id, m.roblox_username,
  CAST(m.created_at AS VARCHAR2(40)) AS created_at ${BY_MEMBER}`;

const SUBMISSION = sql`CAST(s.submission_id AS VARCHAR2(40)) AS submission_id,
  CAST(s.submitter_id AS VARCHAR2(40)) AS submitter_id,
  CASE WHEN EXISTS (SELECT 1 FROM members m WHERE m.discord_id = s.submitter_id) THEN 1 ELSE 0 END AS is_member,
  s.participants, s.start_time, s.end_time, s.image_url, s.status,
  CAST(s.points_awarded AS VARCHAR2(40)) AS points_awarded, CAST(s.admin_id AS VARCHAR2(40)) AS admin_id,
  CAST(s.timestamp AS VARCHAR2(40)) AS submitted_at`;
const BY_SUBMISSION = sql`FROM raid_submissions s WHERE s.submission_id > CAST(:after_row AS NUMBER(20))
ORDER BY s.submission_id {rows}`;
const SUBMISSIONS = sql`SELECT ${SUBMISSION}, s.event_type ${BY_SUBMISSION}`;
const SUBMISSIONS_WITHOUT_TYPE = sql`SELECT ${SUBMISSION}, 'Raid' AS event_type ${BY_SUBMISSION}`;

const RANK = sql`CAST(r.rank_order AS VARCHAR2(40)) AS rank_order, r.rank_name,
  CAST(r.points_required AS VARCHAR2(40)) AS points_required,
  CAST(r.roblox_group_rank_id AS VARCHAR2(40)) AS roblox_rank`;
const ADMIN_ONLY = sql`CAST(r.admin_only AS VARCHAR2(40)) AS admin_only`;
const ROLE = sql`CAST(r.discord_role_id AS VARCHAR2(40)) AS discord_role_id`;
const RANKS = sql`SELECT ${RANK}, ${ADMIN_ONLY}, ${ROLE} FROM rank_requirements r ORDER BY r.rank_order`;
const RANKS_WITHOUT_ROLE = sql`
SELECT ${RANK}, ${ADMIN_ONLY}, NULL AS discord_role_id FROM rank_requirements r ORDER BY r.rank_order`;
const RANKS_WITHOUT_ADMIN = sql`
SELECT ${RANK}, NULL AS admin_only, ${ROLE} FROM rank_requirements r ORDER BY r.rank_order`;
const RANKS_WITHOUT_BOTH = sql`
SELECT ${RANK}, NULL AS admin_only, NULL AS discord_role_id FROM rank_requirements r ORDER BY r.rank_order`;
const HELD_RANKS = sql`
SELECT CAST(m.current_rank AS VARCHAR2(40)) AS current_rank, COUNT(*) AS held FROM members m GROUP BY m.current_rank`;

const SETTINGS = sql`SELECT c.key AS setting_key, c.value AS setting_value FROM config c ORDER BY c.key`;

const BLACKLIST = sql`
SELECT CAST(b.discord_id AS VARCHAR2(40)) AS discord_id, b.reason,
  CAST(b.blacklisted_at AS VARCHAR2(40)) AS blacklisted_at, CAST(b.blacklisted_by AS VARCHAR2(40)) AS blacklisted_by
FROM blacklist b WHERE b.discord_id > CAST(:after_row AS NUMBER(20)) ORDER BY b.discord_id {rows}`;
const COUNT_BLACKLIST = sql`SELECT COUNT(*) AS found FROM blacklist`;

/** A figure beyond what a number of JavaScript holds stays out of the sums, as its row stays out of the import. */
const POINTS = sql`
CASE WHEN m.points + 0 BETWEEN -9007199254740991 AND 9007199254740991 THEN m.points ELSE 0 END`;
const TOTAL_POINTS = sql`
CASE WHEN m.total_points + 0 BETWEEN -9007199254740991 AND 9007199254740991 THEN m.total_points ELSE 0 END`;
const AWARDED = sql`
CASE WHEN s.points_awarded + 0 BETWEEN -9007199254740991 AND 9007199254740991 THEN s.points_awarded ELSE 0 END`;
const SUMS = sql`
SELECT COUNT(*) AS found, CAST(COALESCE(SUM(${POINTS}), 0) AS VARCHAR2(40)) AS points,
  CAST(COALESCE(SUM(${TOTAL_POINTS}), 0) AS VARCHAR2(40)) AS total_points
FROM members m`;
const SUMS_WITHOUT_TOTAL = sql`
SELECT COUNT(*) AS found, CAST(COALESCE(SUM(${POINTS}), 0) AS VARCHAR2(40)) AS points,
  CAST(COALESCE(SUM(${POINTS}), 0) AS VARCHAR2(40)) AS total_points
FROM members m`;
const STATUS_SUMS = sql`
SELECT s.status, COUNT(*) AS found, CAST(COALESCE(SUM(${AWARDED}), 0) AS VARCHAR2(40)) AS points
FROM raid_submissions s GROUP BY s.status`;

const COUNT_MEMBERS = sql`SELECT COUNT(*) AS found FROM members`;
const COUNT_SUBMISSIONS = sql`SELECT COUNT(*) AS found FROM raid_submissions`;
const COUNT_PENDING = sql`SELECT COUNT(*) AS found FROM raid_submissions WHERE status = 'pending'`;

const Held = z.object({ current_rank: z.nullable(z.string()), held: z.int() });
const Count = z.object({ found: z.int() });

/** All members by rising id, a page at a time. */
export function oldMembers(q: Queryable, layout: OldLayout): AsyncGenerator<readonly OldMember[]> {
  const statement = layout.hasTotalPoints ? MEMBERS : MEMBERS_WITHOUT_TOTAL;
  return pages(q, OldMember, statement, (row) => row.discord_id);
}

/** Which name each member has, by rising id, a page at a time. */
export function oldNames(q: Queryable): AsyncGenerator<readonly OldName[]> {
  return pages(q, OldName, NAMES, (row) => row.discord_id);
}

/** All submissions by rising id, a page at a time. */
export function oldSubmissions(q: Queryable, layout: OldLayout): AsyncGenerator<readonly OldSubmission[]> {
  return pages(q, OldSubmission, submissionsOf(layout), (row) => row.submission_id);
}

/** The page of submissions after this one; the first page without it. Empty at the end. */
export function oldSubmissionsAfter(
  q: Queryable,
  layout: OldLayout,
  submissionId: string | undefined,
): Promise<readonly OldSubmission[]> {
  return page(q, OldSubmission, submissionsOf(layout), submissionId ?? FIRST);
}

function submissionsOf(layout: OldLayout): Sql {
  return layout.hasEventType ? SUBMISSIONS : SUBMISSIONS_WITHOUT_TYPE;
}

/** Everybody who is blacklisted, a page at a time. */
export async function* oldBlacklist(
  q: Queryable,
  layout: OldLayout,
): AsyncGenerator<readonly OldBlacklisting[]> {
  if (layout.hasBlacklist) yield* pages(q, OldBlacklisting, BLACKLIST, (row) => row.discord_id);
}

/** The old bot's own configuration: a handful of rows. */
export async function oldSettings(q: Queryable, layout: OldLayout): Promise<readonly OldSetting[]> {
  return layout.hasConfig ? q.query(OldSetting, SETTINGS) : [];
}

/** The old ranks by rising order. */
export function oldRanks(q: Queryable, layout: OldLayout): Promise<OldRank[]> {
  const withRole = layout.hasAdminOnly ? RANKS : RANKS_WITHOUT_ADMIN;
  const withoutRole = layout.hasAdminOnly ? RANKS_WITHOUT_ROLE : RANKS_WITHOUT_BOTH;
  return q.query(OldRank, layout.hasRoleIds ? withRole : withoutRole);
}

/** How many members hold each rank, by `current_rank`; null: no rank. */
export async function heldOldRanks(q: Queryable): Promise<ReadonlyMap<string | null, number>> {
  return new Map((await q.query(Held, HELD_RANKS)).map((row) => [row.current_rank, row.held]));
}

/** How many members there are and what their points add up to. */
export async function oldSums(q: Queryable, layout: OldLayout): Promise<OldSums> {
  const [sums] = await q.query(OldSums, layout.hasTotalPoints ? SUMS : SUMS_WITHOUT_TOTAL);
  return sums ?? { found: 0, points: '0', total_points: '0' };
}

/** How many submissions there are of each status, and the points given on them. */
export async function oldStatusSums(q: Queryable): Promise<readonly OldStatusSums[]> {
  return q.query(OldStatusSums, STATUS_SUMS);
}

/** How much there is to read, for showing progress. */
export async function countOldRows(
  q: Queryable,
): Promise<{ readonly members: number; readonly submissions: number; readonly pending: number }> {
  const count = async (statement: Sql) => (await q.query(Count, statement))[0]?.found ?? 0;
  return {
    members: await count(COUNT_MEMBERS),
    submissions: await count(COUNT_SUBMISSIONS),
    pending: await count(COUNT_PENDING),
  };
}

/** How many people are blacklisted. */
export async function countOldBlacklist(q: Queryable, layout: OldLayout): Promise<number> {
  if (!layout.hasBlacklist) return 0;
  const [count] = await q.query(Count, COUNT_BLACKLIST);
  return count?.found ?? 0;
}

async function* pages<T>(
  q: Queryable,
  row: z.ZodMiniType<T>,
  statement: Sql,
  idOf: (row: T) => string,
): AsyncGenerator<readonly T[]> {
  let after = FIRST;
  for (;;) {
    const rows = await page(q, row, statement, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = idOf(last);
  }
}

function page<T>(q: Queryable, row: z.ZodMiniType<T>, statement: Sql, after: string): Promise<T[]> {
  return q.query(row, statement, { after_row: after, row_offset: 0, row_limit: PAGE });
}
