import type { GroupRole } from '../roblox/client.ts';
import { groupRolesOf, type Rank } from './rank.ts';

export type RankDecision =
  | { readonly kind: 'stays' | 'moves'; readonly rank: Rank }
  /** None of the member's roles belongs to a rank of the clan: nothing changes. */
  | { readonly kind: 'unmapped' };

/**
 * Which rank a member's roles in the Roblox group call for. While a role of the current rank is among them the
 * rank stays, so two ranks with one Roblox role do not flap; else the highest role that belongs to a rank wins.
 * Of several ranks with that role it is the lowest, because Roblox vouches for no more than that.
 */
export function decideRank(input: {
  readonly ranks: readonly Rank[];
  readonly groupRoles: readonly GroupRole[];
  /** Undefined for somebody who has no rank yet. */
  readonly current: Rank | undefined;
  /** All roles that the member holds in the group. */
  readonly roleIds: readonly string[];
}): RankDecision {
  const held = new Set(input.roleIds);
  let best: { readonly rank: Rank; readonly height: number } | undefined;
  for (const rank of input.ranks) {
    const heights = groupRolesOf(rank, input.groupRoles)
      .filter((role) => held.has(role.id))
      .map((role) => role.rank);
    if (heights.length === 0) continue;
    if (rank.id === input.current?.id) return { kind: 'stays', rank };
    const height = Math.max(...heights);
    if (
      best === undefined ||
      height > best.height ||
      (height === best.height && rank.order < best.rank.order)
    ) {
      best = { rank, height };
    }
  }
  return best === undefined ? { kind: 'unmapped' } : { kind: 'moves', rank: best.rank };
}

/** Of the roles held, those that belong to a rank of the clan. */
export function rankRoleIds(
  ranks: readonly Rank[],
  groupRoles: readonly GroupRole[],
  roleIds: readonly string[],
): readonly string[] {
  const ours = new Set(ranks.flatMap((rank) => groupRolesOf(rank, groupRoles).map((role) => role.id)));
  return roleIds.filter((id) => ours.has(id));
}
