import type { GroupRole } from '../roblox/client.ts';
import type { Rank } from './rank.ts';

const HIGHEST_ROBLOX_RANK = 255;

/** The roles that count: all but Guest (rank 0), which stands for people outside the group and cannot be given. */
export function givableRoles(groupRoles: readonly GroupRole[]): readonly GroupRole[] {
  return groupRoles.filter((role) => role.rank > 0);
}

/** What was found out of a group's roles; it goes with the list of them. A sync asks for each of its members. */
interface Known {
  bases: readonly GroupRole[] | undefined;
  readonly ofRank: WeakMap<Rank, readonly GroupRole[]>;
}
const KNOWN = new WeakMap<readonly GroupRole[], Known>();

function knownOf(groupRoles: readonly GroupRole[]): Known {
  const known = KNOWN.get(groupRoles) ?? { bases: undefined, ofRank: new WeakMap() };
  KNOWN.set(groupRoles, known);
  return known;
}

/**
 * The role that every member of the group holds besides others, since March 2026 (Roblox's announcement "Assign
 * Multiple Roles per Member"): the one that Roblox marks, else, of those with the lowest rank number, the one with
 * the most members, since nobody is without it. Several where their numbers of members are equal or unknown.
 */
export function baseRoles(groupRoles: readonly GroupRole[]): readonly GroupRole[] {
  const known = knownOf(groupRoles);
  known.bases ??= findBaseRoles(groupRoles);
  return known.bases;
}

function findBaseRoles(groupRoles: readonly GroupRole[]): readonly GroupRole[] {
  const roles = givableRoles(groupRoles);
  const marked = roles.filter((role) => role.isBase === true);
  if (marked.length > 0) return marked;
  const lowest = Math.min(...roles.map((role) => role.rank));
  const candidates = roles.filter((role) => role.rank === lowest);
  if (candidates.some((role) => role.memberCount === undefined)) return candidates;
  const most = Math.max(...candidates.map((role) => role.memberCount ?? 0));
  return candidates.filter((role) => role.memberCount === most);
}

/** Whether this role says nothing about the rank, because everybody holds it. Of several that may be it, not the rank's namesake. */
export function isBaseRole(role: GroupRole, rank: Rank, groupRoles: readonly GroupRole[]): boolean {
  const bases = baseRoles(groupRoles);
  return bases.some((base) => base.id === role.id) && !(bases.length > 1 && isNamesake(role, rank));
}

/**
 * The roles of the group that stand for this rank: the one with its role id, or all with its rank number. The base
 * role stands for a rank number only where no other role has that number.
 */
export function groupRolesOf(rank: Rank, groupRoles: readonly GroupRole[]): readonly GroupRole[] {
  const { ofRank } = knownOf(groupRoles);
  const known = ofRank.get(rank) ?? findRolesOf(rank, groupRoles);
  ofRank.set(rank, known);
  return known;
}

function findRolesOf(rank: Rank, groupRoles: readonly GroupRole[]): readonly GroupRole[] {
  const value = Number(rank.robloxRank);
  const roles = givableRoles(groupRoles);
  if (value > HIGHEST_ROBLOX_RANK) return roles.filter((role) => role.id === rank.robloxRank);
  const numbered = roles.filter((role) => role.rank === value);
  const own = numbered.filter((role) => !isBaseRole(role, rank, groupRoles));
  return own.length > 0 ? own : numbered;
}

/** The role of the group that is given for this rank: of several the one with its name. Undefined: the group has none. */
export function groupRoleOf(rank: Rank, groupRoles: readonly GroupRole[]): GroupRole | undefined {
  const roles = groupRolesOf(rank, groupRoles);
  return roles.find((role) => isNamesake(role, rank)) ?? roles[0];
}

function isNamesake(role: GroupRole, rank: Rank): boolean {
  return role.name.trim().toLowerCase() === rank.name.toLowerCase();
}
