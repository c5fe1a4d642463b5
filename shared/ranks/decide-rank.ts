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
  const { ranks, groupRoles, current, roleIds } = input;
  const isHeld = (role: GroupRole) => roleIds.includes(role.id);
  // Of each rank the highest role that is held. A sync decides for each of its members, so nothing else is made.
  const heights = ranks.map((rank) =>
    groupRolesOf(rank, groupRoles).reduce(
      (highest, role) => (isHeld(role) ? Math.max(highest, role.rank) : highest),
      NOT_HELD,
    ),
  );
  const highest = Math.max(NOT_HELD, ...heights);
  if (highest === NOT_HELD) return { kind: 'unmapped' };
  const own = ranks.findIndex((rank) => rank.id === current?.id);
  const rank = ranks[own];
  const height = heights[own] ?? NOT_HELD;
  if (rank !== undefined && height > NOT_HELD) {
    const speaks = groupRolesOf(rank, groupRoles).some(
      (role) => isHeld(role) && !isBaseRole(role, rank, groupRoles),
    );
    if (speaks || height === highest) return { kind: 'stays', rank };
  }
  const best = ranks[heights.indexOf(highest)];
  return best === undefined ? { kind: 'unmapped' } : { kind: 'moves', rank: best };
}

/** Of the roles held, those that belong to a rank of the clan. */
export function rankRoleIds(
  ranks: readonly Rank[],
  groupRoles: readonly GroupRole[],
  roleIds: readonly string[],
): readonly string[] {
  return roleIds.filter((id) =>
    ranks.some((rank) => groupRolesOf(rank, groupRoles).some((role) => role.id === id)),
  );
}
