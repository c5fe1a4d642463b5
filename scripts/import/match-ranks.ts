import { RankRow } from '../../shared/clans/ranks-file.ts';
import type { PlannedRank } from '../../shared/ranks/plan-ranks.ts';
import type { Rank } from '../../shared/ranks/rank.ts';
import { lookOf, storableName } from '../../shared/text/name.ts';
import type { Anomalies } from './anomalies.ts';
import { ImportError } from './import-error.ts';
import type { OldLayout } from './old-layout.ts';
import type { OldRank } from './old-rows.ts';
import { discordId } from './old-values.ts';

/** Which rank here each old rank is. */
export interface MatchedRanks {
  /** Ids of ranks here by the old order. */
  readonly byOrder: ReadonlyMap<string, string>;
  /** Ranks that only the old bot has and that members hold, by the old order. */
  readonly toAdd: ReadonlyMap<string, PlannedRank>;
  /** Discord roles that the old bot knows and this schema does not. */
  readonly roles: readonly { readonly rankId: string; readonly roleId: string }[];
  readonly leftOut: number;
}

interface Read {
  readonly order: string;
  readonly rank: PlannedRank;
}

/**
 * Finds the old ranks among the clan's. A rank is the same when its name is, else when its order and Roblox rank are;
 * the clan's own figures then hold. What members hold and the clan does not have is added where its place is free.
 * Throws `ImportError` when the place is taken by another rank.
 */
export function matchRanks(
  old: readonly OldRank[],
  current: readonly Rank[],
  known: {
    readonly layout: OldLayout;
    /** Members per old `current_rank`. */
    readonly held: ReadonlyMap<string | null, number>;
    readonly anomalies: Anomalies;
  },
): MatchedRanks {
  const { layout, held, anomalies } = known;
  const byOrder = new Map<string, string>();
  const toAdd = new Map<string, PlannedRank>();
  const roles: { rankId: string; roleId: string }[] = [];
  const taken: string[] = [];
  const usable = old.flatMap((row) => readRank(row, anomalies));
  const used = new Set<string>();
  const matches = new Map<Read, Rank>();
  for (const isSame of [sameName, samePlace]) {
    for (const read of usable) {
      const rank = matches.has(read)
        ? undefined
        : current.find((each) => !used.has(each.id) && isSame(read.rank, each));
      if (rank === undefined) continue;
      matches.set(read, rank);
      used.add(rank.id);
    }
  }
  for (const read of usable) {
    const { order, rank } = read;
    const match = matches.get(read);
    const members = held.get(order) ?? 0;
    if (match !== undefined) {
      byOrder.set(order, match.id);
      listDifferences(rank, match, layout, anomalies);
      if (rank.discordRoleId !== null) roles.push(...roleFor(match, rank.discordRoleId, anomalies));
    } else if (members === 0 && current.length > 0) {
      anomalies.add('rank-left-out', `rank ${order} ${rank.name}`);
    } else if (current.some((each) => each.order === rank.order)) {
      taken.push(`rank ${order} "${rank.name}", which ${members} members hold`);
    } else {
      if (current.length > 0) anomalies.add('rank-added', `rank ${order} ${rank.name}`, `${members} members`);
      toAdd.set(order, rank);
    }
  }
  if (taken.length > 0) throw placeTaken(taken);
  return { byOrder, toAdd, roles, leftOut: old.length - byOrder.size - toAdd.size };
}

function readRank(row: OldRank, anomalies: Anomalies): Read[] {
  const parsed = RankRow.safeParse({
    rank_order: Number(row.rank_order),
    rank_name: storableName(row.rank_name ?? '') || (row.rank_name ?? ''),
    points_required: Number(row.points_required ?? Number.NaN),
    roblox_group_rank_id: row.roblox_rank ?? '',
    admin_only: row.admin_only === '1',
  });
  if (!parsed.success || row.rank_order === null) {
    const fields = parsed.error?.issues.map((issue) => issue.path.join('.')) ?? ['rank_order'];
    anomalies.add('bad-rank', `rank ${row.rank_order} ${row.rank_name ?? ''}`, `wrong: ${fields.join(', ')}`);
    return [];
  }
  const roleId = discordId(row.discord_role_id) ?? null;
  const rank: PlannedRank = {
    order: parsed.data.rank_order,
    name: parsed.data.rank_name,
    pointsRequired: parsed.data.points_required,
    robloxRank: parsed.data.roblox_group_rank_id,
    adminOnly: parsed.data.admin_only,
    category: null,
    tag: null,
    discordRoleId: roleId,
    roleSource: roleId === null ? null : 'command',
  };
  return [{ order: row.rank_order, rank }];
}

function sameName(a: PlannedRank, b: Rank): boolean {
  return lookOf(a.name).toLowerCase() === lookOf(b.name).toLowerCase();
}

function samePlace(a: PlannedRank, b: Rank): boolean {
  return a.order === b.order && a.robloxRank === b.robloxRank;
}

function listDifferences(old: PlannedRank, here: Rank, layout: OldLayout, anomalies: Anomalies): void {
  const pairs = [
    ['name', old.name, here.name],
    ['order', old.order, here.order],
    ['points', old.pointsRequired, here.pointsRequired],
    ['Roblox rank', old.robloxRank, here.robloxRank],
    ...(layout.hasAdminOnly ? ([['admin only', old.adminOnly, here.adminOnly]] as const) : []),
  ] as const;
  const differences = pairs.flatMap(([what, before, now]) =>
    before === now ? [] : [`${what} was ${before}, is ${now}`],
  );
  if (differences.length > 0) anomalies.add('rank-differs', `rank ${old.name}`, differences.join('; '));
}

/** A role that the bot found by itself gives way to the one that an admin chose with the old bot. */
function roleFor(rank: Rank, roleId: string, anomalies: Anomalies): { rankId: string; roleId: string }[] {
  if (rank.discordRoleId === roleId) return [];
  if (rank.discordRoleId === null || rank.roleSource === 'found') return [{ rankId: rank.id, roleId }];
  anomalies.add('role-kept', `rank ${rank.name}`, `was ${roleId}, is ${rank.discordRoleId}`);
  return [];
}

function placeTaken(ranks: readonly string[]): ImportError {
  return new ImportError(
    `The clan's ranks have another rank in the place of ${ranks.join('; ')}. Nothing was changed. ` +
      'Put the old ranks into ranks.json under an order of their own, or rename the one that stands for it ' +
      'to the old name, and start again.',
  );
}
