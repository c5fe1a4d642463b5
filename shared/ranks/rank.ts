import * as z from 'zod/mini';
import { withoutLeadingZeros } from '../clans/ranks-file.ts';
import { type Queryable, sql } from '../database/database.ts';
import { unlessOlder } from '../database/older-schema.ts';

/** A rank of the clan. */
export interface Rank {
  readonly id: string;
  /** Rises with the rank; unique. */
  readonly order: number;
  /** Unique. Not escaped. */
  readonly name: string;
  readonly pointsRequired: number;
  /** A Roblox rank number (1 to 255) or, larger, the id of a role of the group. */
  readonly robloxRank: string;
  /** Granted by hand: no points lead to it, and nobody on it is ever due for a promotion. */
  readonly adminOnly: boolean;
  readonly category: string | null;
  /** A short form for nicknames. Not escaped. */
  readonly tag: string | null;
  readonly discordRoleId: string | null;
  /** Who said which Discord role: the clan's file, `/ranks set-role`, or the bot, which found or made it. */
  readonly roleSource: 'file' | 'command' | 'found' | null;
}

const RankRow = z.pipe(
  z.object({
    rank_id: z.string(),
    rank_order: z.int(),
    rank_name: z.string(),
    points_required: z.int(),
    roblox_rank: z.string(),
    admin_only: z.int(),
    category: z.nullable(z.string()),
    discord_role_id: z.nullable(z.string()),
    role_source: z.nullable(z.enum(['file', 'command', 'found'])),
    tag: z._default(z.nullable(z.string()), null),
  }),
  z.transform(
    (row): Rank => ({
      id: row.rank_id,
      order: row.rank_order,
      name: row.rank_name,
      pointsRequired: row.points_required,
      robloxRank: withoutLeadingZeros(row.roblox_rank),
      adminOnly: row.admin_only === 1,
      category: row.category,
      tag: row.tag,
      discordRoleId: row.discord_role_id,
      roleSource: row.role_source,
    }),
  ),
);

/** The columns of `ranks`: what is read, exported and restored. */
export const RANK_COLUMNS = sql`
rank_id, rank_order, rank_name, points_required, roblox_rank, admin_only, category, discord_role_id,
role_source`;
const LIST_RANKS = sql`
SELECT ${RANK_COLUMNS}, (SELECT tag FROM rank_tags t WHERE t.rank_id = ranks.rank_id) AS tag
FROM ranks ORDER BY rank_order`;
const LIST_WITHOUT_TAGS = sql`SELECT ${RANK_COLUMNS} FROM ranks ORDER BY rank_order`;

/** All ranks of the clan, by rising order. */
export async function listRanks(q: Queryable): Promise<readonly Rank[]> {
  const ranks = await unlessOlder(() => q.query(RankRow, LIST_RANKS), undefined);
  return ranks ?? listRanksWithoutTags(q);
}

/** The same on the schema before, which has no tags. */
export async function listRanksWithoutTags(q: Queryable): Promise<readonly Rank[]> {
  return q.query(RankRow, LIST_WITHOUT_TAGS);
}

/** The ranks, by the settings they go with. An entry goes with its key. */
const KNOWN = new WeakMap<object, readonly Rank[]>();

/**
 * The same, read once as long as neither settings nor ranks of the clan change: for what does not change them itself.
 * Read each time where it is not known whether they changed (`config` undefined).
 */
export async function ranksOf(
  q: Queryable,
  { config }: { readonly config?: object | undefined },
): Promise<readonly Rank[]> {
  if (config === undefined) return listRanks(q);
  const known = KNOWN.get(config);
  if (known !== undefined) return known;
  const ranks = await listRanks(q);
  KNOWN.set(config, ranks);
  return ranks;
}

/** To be called by whoever changed a rank and goes on with this `config`. */
export function forgetRanks({ config }: { readonly config?: object | undefined }): void {
  if (config !== undefined) KNOWN.delete(config);
}

/** The rank with this id. Throws when there is none: a rank that members hold is never dropped. */
export function rankById(ranks: readonly Rank[], id: string): Rank {
  const rank = ranks.find((candidate) => candidate.id === id);
  if (rank === undefined) throw new Error(`no rank has the id ${id}`);
  return rank;
}

/** The rank after this one, admin-only ranks included. Undefined at the top. */
export function nextRank(ranks: readonly Rank[], rank: Rank): Rank | undefined {
  return ranks.find((candidate) => candidate.order > rank.order);
}

/** The rank before this one. Undefined at the bottom. */
export function previousRank(ranks: readonly Rank[], rank: Rank): Rank | undefined {
  return ranks.findLast((candidate) => candidate.order < rank.order);
}

/** The next rank that points lead to, past admin-only ranks. Undefined when there is none. */
export function nextPointRank(ranks: readonly Rank[], rank: Rank): Rank | undefined {
  return ranks.find((candidate) => candidate.order > rank.order && !candidate.adminOnly);
}

/** The rank that a member's points have reached (`>=`). Members on an admin-only rank are never due. */
export function dueRank(
  ranks: readonly Rank[],
  member: { readonly rankId: string; readonly points: number },
): Rank | undefined {
  const current = rankById(ranks, member.rankId);
  if (current.adminOnly) return undefined;
  const next = nextPointRank(ranks, current);
  return next !== undefined && member.points >= next.pointsRequired ? next : undefined;
}
