import type { RankRow } from '../clans/ranks-file.ts';
import type { Rank } from './rank.ts';

/** A rank as a plan leaves it; the id stays, so members and history keep their rank through a rename. */
export type PlannedRank = Omit<Rank, 'id'>;
export interface RankUpdate {
  readonly before: Rank;
  readonly after: Rank;
}
/** What applying a list of ranks would do. */
export interface RanksPlan {
  readonly added: readonly PlannedRank[];
  readonly changed: readonly RankUpdate[];
  readonly unchanged: readonly Rank[];
  readonly dropped: readonly Rank[];
  /** Ranks missing from the list that members hold: with any of them, the plan is refused. */
  readonly held: readonly { readonly rank: Rank; readonly members: number }[];
  /** Ranks whose Discord role a command chose and that keep it against the file. */
  readonly keptRoles: readonly Rank[];
}

/**
 * Compares the clan's ranks with a wanted list. A rank is the same rank when its name is the same, else when its
 * order and its Roblox rank are (it was renamed). Discord roles that `/ranks set-role` chose stay, unless `overwrite`; a role that the
 * bot found or made stays until the list names another.
 */
export function planRanks(
  current: readonly Rank[],
  wanted: readonly RankRow[],
  options: {
    /** Members per rank id. */
    readonly members: ReadonlyMap<string, number>;
    readonly overwrite: boolean;
  },
): RanksPlan {
  const matched = matchRanks(current, wanted);
  const added: PlannedRank[] = [];
  const changed: RankUpdate[] = [];
  const unchanged: Rank[] = [];
  const keptRoles: Rank[] = [];
  for (const row of wanted) {
    const before = matched.get(row);
    const planned = plannedRank(row, before, options.overwrite);
    if (before === undefined) {
      added.push(planned);
      continue;
    }
    const after: Rank = { id: before.id, ...planned };
    if (after.roleSource === 'command' && (row.discord_role_id ?? null) !== after.discordRoleId)
      keptRoles.push(after);
    if (sameRank(before, after)) unchanged.push(before);
    else changed.push({ before, after });
  }
  const kept = new Set([...matched.values()].map((rank) => rank.id));
  const missing = current.filter((rank) => !kept.has(rank.id));
  const held = missing
    .map((rank) => ({ rank, members: options.members.get(rank.id) ?? 0 }))
    .filter((entry) => entry.members > 0);
  const dropped = missing.filter((rank) => !held.some((entry) => entry.rank.id === rank.id));
  return { added, changed, unchanged, dropped, held, keptRoles };
}

function matchRanks(current: readonly Rank[], wanted: readonly RankRow[]): Map<RankRow, Rank> {
  const matched = new Map<RankRow, Rank>();
  const free = new Set(current);
  const match = (isSame: (row: RankRow, rank: Rank) => boolean) => {
    for (const row of wanted) {
      const rank = matched.has(row) ? undefined : [...free].find((candidate) => isSame(row, candidate));
      if (rank === undefined) continue;
      matched.set(row, rank);
      free.delete(rank);
    }
  };
  match((row, rank) => row.rank_name === rank.name);
  match((row, rank) => row.rank_order === rank.order && row.roblox_group_rank_id === rank.robloxRank);
  return matched;
}

function plannedRank(row: RankRow, before: Rank | undefined, overwrite: boolean): PlannedRank {
  const fromFile = row.discord_role_id ?? null;
  const keeps =
    before !== undefined &&
    ((before.roleSource === 'command' && !overwrite) || (before.roleSource === 'found' && fromFile === null));
  return {
    order: row.rank_order,
    name: row.rank_name,
    pointsRequired: row.points_required,
    robloxRank: row.roblox_group_rank_id,
    adminOnly: row.admin_only,
    category: row.category ?? null,
    discordRoleId: keeps ? before.discordRoleId : fromFile,
    roleSource: keeps ? before.roleSource : fromFile === null ? null : 'file',
  };
}

function sameRank(a: Rank, b: Rank): boolean {
  return (
    a.order === b.order &&
    a.name === b.name &&
    a.pointsRequired === b.pointsRequired &&
    a.robloxRank === b.robloxRank &&
    a.adminOnly === b.adminOnly &&
    a.category === b.category &&
    a.discordRoleId === b.discordRoleId &&
    a.roleSource === b.roleSource
  );
}
