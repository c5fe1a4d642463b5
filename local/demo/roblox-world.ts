import type { RankRow } from '../../shared/clans/ranks-file.ts';
import type { GroupRoleSeed, RobloxSeed } from '../roblox/seed.ts';
import { type DemoClan, rankOf } from './demo-clan.ts';
import { DEMO_PEOPLE, FOUNDER } from './people.ts';

const HIGHEST_RANK = 255;

/** The Roblox groups of the clans, with a role for each Roblox rank that their ranks name, and the demo's people. */
export function robloxWorld(clans: readonly DemoClan[]): RobloxSeed {
  const people = [...DEMO_PEOPLE, FOUNDER];
  return {
    users: people.map(({ roblox, displayName }) => ({ id: roblox.userId, name: roblox.name, displayName })),
    groups: clans.map((clan) => {
      const roles = groupRoles(clan);
      const roleIdOf = (rank: RankRow | undefined) => roles.find((role) => isRoleOf(role, rank))?.id;
      return {
        id: clan.record.robloxGroupId,
        name: clan.displayName,
        ownerId: FOUNDER.roblox.userId,
        roles,
        joinRequests: DEMO_PEOPLE.filter((person) => !person.inGroup).map((person) => person.roblox.userId),
        members: [
          { userId: FOUNDER.roblox.userId, roleIds: roles.slice(-1).map((role) => role.id) },
          ...DEMO_PEOPLE.filter((person) => person.inGroup).map((person) => ({
            userId: person.roblox.userId,
            roleIds: [roleIdOf(rankOf(clan, person)) ?? []].flat(),
          })),
        ],
      };
    }),
    keys: clans.map(({ record }) => ({
      apiKey: record.robloxApiKey,
      name: `${record.clan} bot`,
      ownerId: FOUNDER.roblox.userId,
      groupIds: [record.robloxGroupId],
    })),
  };
}

/** The role of the group that stands for a rank, whose file names a rank number or a role id. */
export function isRoleOf(role: GroupRoleSeed, rank: RankRow | undefined): boolean {
  const wanted = rank?.roblox_group_rank_id;
  return wanted === role.id || (wanted === String(role.rank) && Number(wanted) <= HIGHEST_RANK);
}

/** By rising rank, Guest and the owner's role included. */
export function groupRoles({ record, ranks }: DemoClan): GroupRoleSeed[] {
  const made = new Map<string, GroupRoleSeed>();
  for (const rank of ranks) {
    const wanted = rank.roblox_group_rank_id;
    if (made.has(wanted)) continue;
    const isNumber = Number(wanted) <= HIGHEST_RANK;
    made.set(wanted, {
      id: isNumber ? `${record.robloxGroupId}${wanted.padStart(3, '0')}` : wanted,
      name: rank.rank_name,
      rank: isNumber ? Number(wanted) : Math.min(made.size + 1, HIGHEST_RANK - 1),
    });
  }
  const roles = [...made.values()].sort((a, b) => a.rank - b.rank);
  if (roles[0]?.rank !== 0) roles.unshift({ id: `${record.robloxGroupId}000`, name: 'Guest', rank: 0 });
  if (roles.at(-1)?.rank !== HIGHEST_RANK) {
    roles.push({ id: `${record.robloxGroupId}${HIGHEST_RANK}`, name: 'Owner', rank: HIGHEST_RANK });
  }
  return roles;
}
