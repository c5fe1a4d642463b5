import type { RankRow } from '../../shared/clans/ranks-file.ts';
import { givableRoles, groupRolesOf } from '../../shared/ranks/group-roles.ts';
import type { Rank } from '../../shared/ranks/rank.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';
import { cut } from '../../shared/text/cut.ts';
import { lookOf, storableName } from '../../shared/text/name.ts';

/** From this Roblox rank on, a first proposal makes ranks that only admins grant: leaders, not members. */
const LEADERS_FROM = 200;
/** What the second rank needs; each next one needs the same and a little more. */
const FIRST_STEP = 30;
const STEP_GROWTH = 10;
const MAX_NAME = 100;

type Draft = Omit<RankRow, 'rank_order'>;

/**
 * Ranks from the roles of the Roblox group. For a clan without ranks: one for each role, with rising points and
 * leaders granted by admins. For a clan that has some: those stay as they are, and each role without a rank gets
 * one that admins grant, in its place. Orders count from 1.
 */
export function proposeRanks(groupRoles: readonly GroupRole[], current: readonly Rank[]): readonly RankRow[] {
  const roles = [...givableRoles(groupRoles)].sort((a, b) => a.rank - b.rank || compareIds(a, b));
  const drafts = current.length === 0 ? firstDrafts(roles) : addedDrafts(roles, current);
  return drafts.map((draft, index) => ({ rank_order: index + 1, ...draft }));
}

function firstDrafts(roles: readonly GroupRole[]): Draft[] {
  const names = new Set<string>();
  let points = 0;
  let step = 0;
  return roles.map((role) => {
    const leader = role.rank >= LEADERS_FROM;
    const draft = {
      ...draftOf(role, roles, names),
      points_required: leader ? 0 : points,
      admin_only: leader,
    };
    // 0, 30, 60, 100, 150, 210, ...
    step = step === 0 ? FIRST_STEP : points <= FIRST_STEP ? step : step + STEP_GROWTH;
    points += step;
    return draft;
  });
}

function addedDrafts(roles: readonly GroupRole[], current: readonly Rank[]): Draft[] {
  const names = new Set(current.map((rank) => lookOf(rank.name).toLowerCase()));
  const drafts = current.map((rank) => ({
    draft: rowOf(rank),
    height: Math.max(-1, ...groupRolesOf(rank, roles).map((role) => role.rank)),
  }));
  const used = new Set(current.flatMap((rank) => groupRolesOf(rank, roles).map((role) => role.id)));
  for (const role of roles.filter((candidate) => !used.has(candidate.id))) {
    const above = drafts.findIndex((other) => other.height > role.rank);
    const entry = { draft: draftOf(role, roles, names), height: role.rank };
    drafts.splice(above === -1 ? drafts.length : above, 0, entry);
  }
  return drafts.map(({ draft }) => draft);
}

/** A rank of the role's name; where names are taken, its rank or id makes the difference. */
function draftOf(role: GroupRole, roles: readonly GroupRole[], names: Set<string>): Draft {
  const sharesRank = roles.some((other) => other.id !== role.id && other.rank === role.rank);
  const plain = cut(storableName(role.name), MAX_NAME) || `Rank ${role.rank}`;
  const numbered = `${cut(plain, MAX_NAME - 24)} (${sharesRank ? role.id : role.rank})`;
  const name = names.has(lookOf(plain).toLowerCase()) ? numbered : plain;
  names.add(lookOf(name).toLowerCase());
  return {
    rank_name: name,
    points_required: 0,
    roblox_group_rank_id: sharesRank ? role.id : String(role.rank),
    admin_only: true,
  };
}

/** A rank as its file would have it. Discord roles that the bot or a command chose are not the file's. */
function rowOf(rank: Rank): Draft {
  return {
    rank_name: rank.name,
    points_required: rank.pointsRequired,
    roblox_group_rank_id: rank.robloxRank,
    admin_only: rank.adminOnly,
    category: rank.category,
    ...(rank.roleSource === 'file' ? { discord_role_id: rank.discordRoleId } : {}),
  };
}

function compareIds(a: GroupRole, b: GroupRole): number {
  return Number(a.id) - Number(b.id);
}
