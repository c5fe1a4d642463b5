import type { GroupRole } from '../roblox/client.ts';
import { groupRolesOf, isBaseRole } from './group-roles.ts';
import type { Rank } from './rank.ts';

export type RankDecision =
  | { readonly kind: 'stays' | 'moves'; readonly rank: Rank }
  /** None of the member's roles belongs to a rank of the clan: nothing changes. */
  | { readonly kind: 'unmapped' };

/** Below every rank of a role. */
const NOT_HELD = -1;

/**
 * Which rank a member's roles in the Roblox group call for. While a role of the current rank is among them the
 * rank stays, so two ranks with one Roblox role do not flap; else the highest role that belongs to a rank wins.
 * Of several ranks with that role it is the lowest, because Roblox vouches for no more than that.
 *
 * The base role, which every member holds, says nothing beside a higher one, so it keeps nobody at its rank.
 */
export function decideRank(input: {
  readonly ranks: readonly Rank[];
  readonly groupRoles: readonly GroupRole[];
  /** Undefined for somebody who has no rank yet. */
  readonly current: Rank | undefined;
  /** All roles that the member holds in the group. */
  readonly roleIds: readonly string[];
}): RankDecision {
  const { ranks, groupRoles, current } = input;
  const held = new Set(input.roleIds);
  const rolesHeld = (rank: Rank) => groupRolesOf(rank, groupRoles).filter((role) => held.has(role.id));
  const heights = ranks
    .map((rank) => ({ rank, height: Math.max(NOT_HELD, ...rolesHeld(rank).map((role) => role.rank)) }))
    .filter((one) => one.height > NOT_HELD);
  const highest = Math.max(NOT_HELD, ...heights.map((one) => one.height));
  const own = heights.find((one) => one.rank.id === current?.id);
  if (own !== undefined) {
    const speaks = rolesHeld(own.rank).some((role) => !isBaseRole(role, own.rank, groupRoles));
    if (speaks || own.height === highest) return { kind: 'stays', rank: own.rank };
  }
  const best = heights.find((one) => one.height === highest);
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
