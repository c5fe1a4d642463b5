import type { RankRow } from '../clans/ranks-file.ts';

export interface RankFindings {
  /** The file is refused. */
  readonly problems: readonly string[];
  /** Real files have these; they are said and the file is taken. */
  readonly warnings: readonly string[];
}

/** What the form of a single rank cannot say: whether the ranks fit each other. Each text names the field. */
export function checkRanks(ranks: readonly RankRow[]): RankFindings {
  return {
    problems: [...orderProblems(ranks), ...nameProblems(ranks)],
    warnings: [...thresholdWarnings(ranks), ...sharedRoleWarnings(ranks)],
  };
}

function orderProblems(ranks: readonly RankRow[]): string[] {
  return ranks.flatMap((rank, index) => {
    const before = ranks[index - 1];
    if (before === undefined || rank.rank_order > before.rank_order) return [];
    return [
      `[${index}].rank_order: expected more than ${before.rank_order}, the one before, got ${rank.rank_order}`,
    ];
  });
}

/** Upper and lower case count as the same: people could not tell such ranks apart. */
function nameProblems(ranks: readonly RankRow[]): string[] {
  const seen = new Map<string, number>();
  return ranks.flatMap((rank, index) => {
    const key = rank.rank_name.toLowerCase();
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      return [];
    }
    return [
      `[${index}].rank_name: expected a name of its own, got ${quoted(rank)}, which [${first}] has already`,
    ];
  });
}

function thresholdWarnings(ranks: readonly RankRow[]): string[] {
  const pointRanks = ranks.filter((rank) => !rank.admin_only);
  return pointRanks.flatMap((rank, index) => {
    const before = pointRanks[index - 1];
    if (before === undefined || rank.points_required >= before.points_required) return [];
    return [
      `[${ranks.indexOf(rank)}].points_required: ${quoted(rank)} needs ${rank.points_required} points, fewer than ${quoted(before)} below it (${before.points_required})`,
    ];
  });
}

function sharedRoleWarnings(ranks: readonly RankRow[]): string[] {
  const roles = new Set(ranks.map((rank) => rank.roblox_group_rank_id));
  return [...roles].flatMap((role) => {
    const sharing = ranks.filter((rank) => rank.roblox_group_rank_id === role);
    if (sharing.length < 2) return [];
    const names = sharing.map(quoted).join(' and ');
    return [`roblox_group_rank_id: ${names} share ${role}; the sync keeps whichever of them a member has`];
  });
}

function quoted(rank: RankRow): string {
  return JSON.stringify(rank.rank_name);
}
