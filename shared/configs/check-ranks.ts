import type { RankRow } from '../clans/ranks-file.ts';
import { lookOf } from '../text/name.ts';
import { quoted } from './describe-issue.ts';

/** What rows are compared by; undefined where a row has none that could be read. */
export interface RankFields {
  readonly rank_order: number | undefined;
  readonly rank_name: string | undefined;
}

/** What the form of a single rank cannot say: whether the ranks fit each other. With any of these the file is refused. */
export function rankProblems(ranks: readonly RankFields[]): readonly string[] {
  return [...orderProblems(ranks), ...nameProblems(ranks)];
}

/** Real files have these; they are said and the file is taken. */
export function rankWarnings(ranks: readonly RankRow[]): readonly string[] {
  return [...thresholdWarnings(ranks), ...sharedRoleWarnings(ranks)];
}

function orderProblems(ranks: readonly RankFields[]): string[] {
  let before: number | undefined;
  return ranks.flatMap(({ rank_order: order }, index) => {
    const last = before;
    before = order ?? before;
    if (order === undefined || last === undefined || order > last) return [];
    return [`[${index}].rank_order: expected more than ${last}, the one before, got ${order}`];
  });
}

/** Case, spaces and invisible marks make no difference: people could not tell such ranks apart. */
function nameProblems(ranks: readonly RankFields[]): string[] {
  const seen = new Map<string, number>();
  return ranks.flatMap(({ rank_name: name }, index) => {
    if (name === undefined) return [];
    const look = lookOf(name).toLowerCase();
    const first = seen.get(look);
    if (first === undefined) {
      seen.set(look, index);
      return [];
    }
    return [
      `[${index}].rank_name: expected a name of its own, got ${quoted(name)}, which [${first}] has already`,
    ];
  });
}

function thresholdWarnings(ranks: readonly RankRow[]): string[] {
  const pointRanks = ranks.filter((rank) => !rank.admin_only);
  return pointRanks.flatMap((rank, index) => {
    const before = pointRanks[index - 1];
    if (before === undefined || rank.points_required >= before.points_required) return [];
    return [
      `[${ranks.indexOf(rank)}].points_required: ${nameOf(rank)} needs ${rank.points_required} points, fewer than ${nameOf(before)} below it (${before.points_required})`,
    ];
  });
}

function sharedRoleWarnings(ranks: readonly RankRow[]): string[] {
  const roles = new Set(ranks.map((rank) => rank.roblox_group_rank_id));
  return [...roles].flatMap((role) => {
    const sharing = ranks.filter((rank) => rank.roblox_group_rank_id === role);
    if (sharing.length < 2) return [];
    const names = sharing.map(nameOf).join(' and ');
    return [`roblox_group_rank_id: ${names} share ${role}; the sync keeps whichever of them a member has`];
  });
}

function nameOf(rank: RankRow): string {
  return quoted(rank.rank_name);
}
