import * as z from 'zod/mini';
import { type Binds, type Queryable, type Sql, sql } from '../../shared/database/database.ts';

/** Ids of one query. */
const IDS_A_QUERY = 50;
const IDS = sql`
:id_1, :id_2, :id_3, :id_4, :id_5, :id_6, :id_7, :id_8, :id_9, :id_10, :id_11, :id_12, :id_13, :id_14, :id_15, :id_16,
:id_17, :id_18, :id_19, :id_20, :id_21, :id_22, :id_23, :id_24, :id_25, :id_26, :id_27, :id_28, :id_29, :id_30, :id_31,
:id_32, :id_33, :id_34, :id_35, :id_36, :id_37, :id_38, :id_39, :id_40, :id_41, :id_42, :id_43, :id_44, :id_45, :id_46,
:id_47, :id_48, :id_49, :id_50`;

const FIND_MEMBERS = sql`
SELECT discord_id, roblox_user_id, roblox_name, rank_id, points, total_points FROM members WHERE discord_id IN (${IDS})`;
const FIND_OPENINGS = sql`
SELECT member_id, COUNT(*) AS entries, SUM(points_delta) AS points, SUM(lifetime_delta) AS lifetime
FROM point_entries
WHERE kind = 'opening' AND once_key LIKE 'import:%' AND member_id IN (${IDS}) GROUP BY member_id`;
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

const MemberRow = z.object({
  discord_id: z.string(),
  roblox_user_id: z.nullable(z.string()),
  roblox_name: z.nullable(z.string()),
  rank_id: z.string(),
  points: z.int(),
  total_points: z.int(),
});
const OpeningRow = z.object({ member_id: z.string(), entries: z.int(), points: z.int(), lifetime: z.int() });
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

/** What this schema has of one old member. */
export interface ImportedMember {
  readonly robloxUserId: string | null;
  readonly robloxName: string | null;
  readonly rankId: string;
  readonly points: number;
  readonly totalPoints: number;
  /** What earlier imports brought, and in how many entries. */
  readonly opening: { readonly entries: number; readonly points: number; readonly lifetime: number };
  /** The rank that the last import gave; undefined: none did. */
  readonly importedRankId: string | undefined;
}

const NOTHING = { entries: 0, points: 0, lifetime: 0 };

/** The members of these ids who are here, with what earlier imports brought of them. */
export async function findImported(
  q: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ImportedMember>> {
  const members = await inBatches(q, MemberRow, FIND_MEMBERS, ids);
  if (members.length === 0) return new Map();
  const openings = new Map(
    (await inBatches(q, OpeningRow, FIND_OPENINGS, ids)).map(({ member_id, ...sums }) => [member_id, sums]),
  );
  const ranks = new Map(
    (await inBatches(q, RankRow, FIND_RANKS, ids)).map((row) => [row.member_id, row.new_rank_id]),
  );
  return new Map(
    members.map((row) => [
      row.discord_id,
      {
        robloxUserId: row.roblox_user_id,
        robloxName: row.roblox_name,
        rankId: row.rank_id,
        points: row.points,
        totalPoints: row.total_points,
        opening: openings.get(row.discord_id) ?? NOTHING,
        importedRankId: ranks.get(row.discord_id),
      },
    ]),
  );
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
  return Object.fromEntries(
    Array.from({ length: IDS_A_QUERY }, (_, index) => [`id_${index + 1}`, ids[index] ?? last]),
  );
}
