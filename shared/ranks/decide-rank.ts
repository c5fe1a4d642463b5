import type { GroupRole } from '../roblox/client.ts';
import { groupRolesOf, type Rank } from './rank.ts';

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
 * Since March 2026 every member of a group also holds its base role, of the lowest rank (Roblox's announcement
 * "Assign Multiple Roles per Member"). That role says nothing beside a higher one, so it keeps nobody at its rank.
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
  const base = baseRole(groupRoles)?.rank ?? 0;
  const heightOf = (rank: Rank): number => {
    const roles = groupRolesOf(rank, groupRoles).filter((role) => held.has(role.id));
    return Math.max(NOT_HELD, ...roles.map((role) => role.rank));
  };
  const heights = ranks
    .map((rank) => ({ rank, height: heightOf(rank) }))
    .filter((one) => one.height > NOT_HELD);
  const highest = Math.max(NOT_HELD, ...heights.map((one) => one.height));
  const own = heights.find((one) => one.rank.id === current?.id);
  if (own !== undefined && (own.height > base || own.height === highest)) {
    return { kind: 'stays', rank: own.rank };
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

/** The role that every member of the group holds besides others: the lowest above that of guests. */
export function baseRole(groupRoles: readonly GroupRole[]): GroupRole | undefined {
  return groupRoles
    .filter((role) => role.rank > 0)
    .reduce<GroupRole | undefined>(
      (lowest, role) => (lowest === undefined || role.rank < lowest.rank ? role : lowest),
      undefined,
    );
}
