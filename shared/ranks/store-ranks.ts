import * as z from 'zod/mini';
import { type Binds, type Queryable, sql } from '../database/database.ts';
import { unlessOlder } from '../database/older-schema.ts';
import { raiseConfigVersion } from '../settings/config-version.ts';
import type { PlannedRank, RanksPlan } from './plan-ranks.ts';
import type { Rank } from './rank.ts';

const MEMBERS_PER_RANK = sql`SELECT rank_id, COUNT(*) AS members FROM members GROUP BY rank_id`;
/** Orders and names are unique: all ranks step aside first, so that two of them can change places. */
const STEP_ASIDE = sql`UPDATE ranks SET rank_order = rank_order + 20000, rank_name = ':' || rank_id`;
const DROP_RANK = sql`
DELETE FROM ranks WHERE rank_id = :rank_id AND NOT EXISTS (SELECT 1 FROM members m WHERE m.rank_id = :rank_id)`;
const SET_RANK = sql`
UPDATE ranks SET rank_order = :rank_order, rank_name = :rank_name, points_required = :points_required,
  roblox_rank = :roblox_rank, admin_only = :admin_only, category = :category, discord_role_id = :discord_role_id,
  role_source = :role_source
WHERE rank_id = :rank_id`;
const ADD_RANK = sql`
INSERT INTO ranks (rank_id, rank_order, rank_name, points_required, roblox_rank, admin_only, category,
  discord_role_id, role_source)
VALUES (:rank_id, :rank_order, :rank_name, :points_required, :roblox_rank, :admin_only, :category,
  :discord_role_id, :role_source)`;
const FORGET_TAGS = sql`DELETE FROM rank_tags`;
const ADD_TAG = sql`INSERT INTO rank_tags (rank_id, tag) VALUES (:rank_id, :tag)`;
const SET_ROLE = sql`
UPDATE ranks SET discord_role_id = :discord_role_id, role_source = :role_source WHERE rank_id = :rank_id`;

/** How many members hold each rank, by rank id; ranks that nobody holds are missing. */
export async function membersPerRank(q: Queryable): Promise<ReadonlyMap<string, number>> {
  const rows = await q.query(z.object({ rank_id: z.string(), members: z.int() }), MEMBERS_PER_RANK);
  return new Map(rows.map((row) => [row.rank_id, row.members]));
}

/** A rank that was to be dropped is held by members. Nothing was changed. */
export class RankHeldError extends Error {
  override readonly name = 'RankHeldError';
}

/**
 * Makes the clan's ranks what the plan says, in one transaction. Throws `RankHeldError` when a rank to drop has
 * members, also when they came by it after the plan was made. Where others may change ranks at the same moment,
 * `raiseConfigVersion` comes before the ranks are read.
 */
export async function applyRanksPlan(tx: Queryable, plan: RanksPlan, newId: () => string): Promise<void> {
  if (plan.held.length > 0) throw heldError(plan.held.map((entry) => entry.rank));
  if (plan.added.length + plan.changed.length + plan.dropped.length === 0) return;
  await dropRanks(tx, plan.dropped);
  await tx.execute(STEP_ASIDE);
  const kept = [...plan.unchanged, ...plan.changed.map((update) => update.after)];
  if (kept.length > 0) await tx.executeMany(SET_RANK, kept.map(rankBinds));
  const added = plan.added.map((rank) => ({ ...rank, id: newId() }));
  if (added.length > 0) await tx.executeMany(ADD_RANK, added.map(rankBinds));
  await unlessOlder(() => storeTags(tx, [...kept, ...added]), undefined);
  await raiseConfigVersion(tx);
}

async function storeTags(tx: Queryable, ranks: readonly Pick<Rank, 'id' | 'tag'>[]): Promise<void> {
  await tx.execute(FORGET_TAGS);
  const tags = ranks.flatMap(({ id, tag }) => (tag === null ? [] : [{ rank_id: id, tag }]));
  if (tags.length > 0) await tx.executeMany(ADD_TAG, tags);
}

async function dropRanks(tx: Queryable, ranks: readonly Rank[]): Promise<void> {
  if (ranks.length === 0) return;
  const dropped = await tx.executeMany(
    DROP_RANK,
    ranks.map((rank) => ({ rank_id: rank.id })),
  );
  if (dropped === ranks.length) return;
  const held = await membersPerRank(tx);
  throw heldError(ranks.filter((rank) => held.has(rank.id)));
}

/** Gives a rank its Discord role, as `/ranks set-role` does; it then wins over the file. */
export async function setRankRole(tx: Queryable, rankId: string, roleId: string): Promise<void> {
  await raiseConfigVersion(tx);
  await tx.execute(SET_ROLE, { rank_id: rankId, discord_role_id: roleId, role_source: 'command' });
}

function rankBinds(rank: PlannedRank & Pick<Rank, 'id'>): Binds {
  return {
    rank_id: rank.id,
    rank_order: rank.order,
    rank_name: rank.name,
    points_required: rank.pointsRequired,
    roblox_rank: rank.robloxRank,
    admin_only: rank.adminOnly ? 1 : 0,
    category: rank.category,
    discord_role_id: rank.discordRoleId,
    role_source: rank.roleSource,
  };
}

function heldError(ranks: readonly Rank[]): RankHeldError {
  const names = ranks.map((rank) => rank.name).join(', ');
  return new RankHeldError(`members hold ranks that the list no longer has: ${names}`);
}
