import * as z from 'zod/mini';
import { type Binds, binds, type Queryable, type Sql, sql } from '../../shared/database/database.ts';
import { listNames } from '../../shared/database/value-lists.ts';

/** Ids of one query. */
const IDS_A_QUERY = 300;
const NAMES = listNames(IDS_A_QUERY);
const IDS = binds(NAMES);

const ANY_MEMBER = sql`SELECT discord_id FROM members {first 1}`;
const FIGURES = sql`m.discord_id, MAX(m.roblox_user_id) AS roblox_user_id, MAX(m.rank_id) AS rank_id,
  COALESCE(SUM(e.points_delta), 0) AS opening_points, COALESCE(SUM(e.lifetime_delta), 0) AS opening_lifetime`;
const WITH_OPENINGS = sql`FROM members m LEFT JOIN point_entries e
  ON e.member_id = m.discord_id AND e.kind = 'opening' AND e.once_key LIKE 'import:%'`;
// Grouped by the key alone, so that nothing is sorted.
const FIND_FIGURES = sql`
SELECT ${FIGURES} ${WITH_OPENINGS} WHERE m.discord_id IN (${IDS}) GROUP BY m.discord_id`;
const FIND_MEMBERS = sql`
SELECT ${FIGURES}, MAX(m.roblox_name) AS roblox_name, MAX(m.points) AS points, MAX(m.total_points) AS total_points,
  COUNT(e.entry_id) AS entries
${WITH_OPENINGS} WHERE m.discord_id IN (${IDS}) GROUP BY m.discord_id`;
const FIND_RANKS = sql`
SELECT member_id, new_rank_id FROM rank_changes
WHERE cause = 'import' AND member_id IN (${IDS}) ORDER BY created_at, change_id`;
const FIND_HOLDERS = sql`
SELECT roblox_user_id, discord_id FROM members WHERE roblox_user_id IN (${IDS})`;
const FIND_EVENTS = sql`
SELECT event_id, host_id, status, points, submitted_at FROM events WHERE event_id IN (${IDS})`;
const COUNT_PARTICIPANTS = sql`
SELECT event_id, COUNT(*) AS found FROM event_participants WHERE event_id IN (${IDS}) GROUP BY event_id`;
const FIND_BLACKLISTED = sql`SELECT discord_id FROM blacklist WHERE discord_id IN (${IDS})`;

const FiguresRow = z.object({
  discord_id: z.string(),
  roblox_user_id: z.nullable(z.string()),
  rank_id: z.string(),
  opening_points: z.int(),
  opening_lifetime: z.int(),
});
const MemberRow = z.extend(FiguresRow, {
  roblox_name: z.nullable(z.string()),
  points: z.int(),
  total_points: z.int(),
  entries: z.int(),
});
const RankRow = z.object({ member_id: z.string(), new_rank_id: z.string() });
const HolderRow = z.object({ roblox_user_id: z.string(), discord_id: z.string() });
const EventRow = z.object({
  event_id: z.string(),
  host_id: z.nullable(z.string()),
  status: z.enum(['pending', 'approved', 'declined']),
  points: z.nullable(z.int()),
  submitted_at: z.int(),
});
const CountRow = z.object({ event_id: z.string(), found: z.int() });
const IdRow = z.object({ discord_id: z.string() });

export const BUILT_STATEMENTS = [
  FIND_MEMBERS,
  FIND_FIGURES,
  FIND_RANKS,
  FIND_HOLDERS,
  FIND_EVENTS,
  COUNT_PARTICIPANTS,
  FIND_BLACKLISTED,
];

/** What this schema has of one old member. */
export interface ImportedMember {
  readonly robloxUserId: string | null;
  readonly robloxName: string | null;
  readonly rankId: string;
  readonly points: number;
  readonly totalPoints: number;
  /** What earlier imports brought, and in how many entries. */
  readonly opening: { readonly entries: number; readonly points: number; readonly lifetime: number };
}

/** Whether anybody is a member here. */
export async function hasMembers(q: Queryable): Promise<boolean> {
  return (await q.query(IdRow, ANY_MEMBER)).length > 0;
}

/** The members of these ids who are here, with what earlier imports brought of them. */
export async function findImported(
  q: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ImportedMember>> {
  const members = await inBatches(q, MemberRow, FIND_MEMBERS, ids);
  return new Map(
    members.map((row) => [
      row.discord_id,
      {
        robloxUserId: row.roblox_user_id,
        robloxName: row.roblox_name,
        rankId: row.rank_id,
        points: row.points,
        totalPoints: row.total_points,
        opening: { entries: row.entries, points: row.opening_points, lifetime: row.opening_lifetime },
      },
    ]),
  );
}

/** What is compared of a member after an import. */
export type ImportedFigures = z.infer<typeof FiguresRow>;

/** The figures of those of these ids who are here. */
export async function findFigures(
  q: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ImportedFigures>> {
  const rows = await inBatches(q, FiguresRow, FIND_FIGURES, ids);
  return new Map(rows.map((row) => [row.discord_id, row]));
}

/** The rank that the last import gave each of these members; who was given none is left out. */
export async function findImportedRanks(
  q: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await inBatches(q, RankRow, FIND_RANKS, ids);
  return new Map(rows.map((row) => [row.member_id, row.new_rank_id]));
}

/** Who has these Roblox accounts here, by account. */
export async function findHolders(
  q: Queryable,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await inBatches(q, HolderRow, FIND_HOLDERS, userIds);
  return new Map(rows.map((row) => [row.roblox_user_id, row.discord_id]));
}

/** A submission as it is here. */
export type ImportedEvent = z.infer<typeof EventRow> & { readonly participants: number };

/** The submissions of these ids that are here. */
export async function findImportedEvents(
  q: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ImportedEvent>> {
  const events = await inBatches(q, EventRow, FIND_EVENTS, ids);
  if (events.length === 0) return new Map();
  const counts = new Map(
    (await inBatches(q, CountRow, COUNT_PARTICIPANTS, ids)).map((row) => [row.event_id, row.found]),
  );
  return new Map(
    events.map((event) => [event.event_id, { ...event, participants: counts.get(event.event_id) ?? 0 }]),
  );
}

/** Who of these is on the blacklist here. */
export async function findBlacklisted(q: Queryable, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await inBatches(q, IdRow, FIND_BLACKLISTED, ids)).map((row) => row.discord_id));
}

async function inBatches<T>(
  q: Queryable,
  row: z.ZodMiniType<T>,
  statement: Sql,
  ids: readonly string[],
): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += IDS_A_QUERY) {
    found.push(...(await q.query(row, statement, idBinds(ids.slice(start, start + IDS_A_QUERY)))));
  }
  return found;
}

/** The statement has a fixed number of ids: the last one is repeated. */
function idBinds(ids: readonly string[]): Binds {
  const last = ids.at(-1) ?? null;
  return Object.fromEntries(NAMES.map((name, index) => [name, ids[index] ?? last]));
}
