import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import type { GroupRole } from '../roblox/client.ts';

/** A rank of the clan. */
export interface Rank {
  readonly id: string;
  /** Rises with the rank; unique. */
  readonly order: number;
  /** Unique. Not escaped. */
  readonly name: string;
  readonly pointsRequired: number;
  /** A Roblox rank number (0 to 255) or, larger, the id of a role of the group. */
  readonly robloxRank: string;
  /** Granted by hand: no points lead to it, and nobody on it is ever due for a promotion. */
  readonly adminOnly: boolean;
  readonly category: string | null;
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
  }),
  z.transform(
    (row): Rank => ({
      id: row.rank_id,
      order: row.rank_order,
      name: row.rank_name,
      pointsRequired: row.points_required,
      robloxRank: row.roblox_rank,
      adminOnly: row.admin_only === 1,
      category: row.category,
      discordRoleId: row.discord_role_id,
      roleSource: row.role_source,
    }),
  ),
);

/** The columns of `ranks`: what is read, exported and restored. */
export const RANK_COLUMNS = sql`
rank_id, rank_order, rank_name, points_required, roblox_rank, admin_only, category, discord_role_id,
role_source`;
const LIST_RANKS = sql`SELECT ${RANK_COLUMNS} FROM ranks ORDER BY rank_order`;

/** All ranks of the clan, by rising order. */
export async function listRanks(q: Queryable): Promise<readonly Rank[]> {
  return q.query(RankRow, LIST_RANKS);
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

const HIGHEST_ROBLOX_RANK = 255;

/** The roles of the group that stand for this rank: all with its rank number, or the one with its role id. */
export function groupRolesOf(rank: Rank, groupRoles: readonly GroupRole[]): readonly GroupRole[] {
  const value = Number(rank.robloxRank);
  return value <= HIGHEST_ROBLOX_RANK
    ? groupRoles.filter((role) => role.rank === value)
    : groupRoles.filter((role) => role.id === rank.robloxRank);
}

/**
 * The role of the group that is given for this rank: of several with its rank number the one with its name, since
 * Roblox's base role may share the number. Undefined when the group has none.
 */
export function groupRoleOf(rank: Rank, groupRoles: readonly GroupRole[]): GroupRole | undefined {
  const roles = groupRolesOf(rank, groupRoles);
  const name = rank.name.toLowerCase();
  return roles.find((role) => role.name.toLowerCase() === name) ?? roles[0];
}
