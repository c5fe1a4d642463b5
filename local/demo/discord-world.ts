import type { DiscordSeed, GuildSeed } from '../discord/seed.ts';
import { type DemoClan, guildIds, rankOf } from './demo-clan.ts';
import { DEMO_PEOPLE, type DemoPerson, FOUNDER } from './people.ts';

const VIEW_CHANNEL = 1n << 10n;
const RANK_COLORS = [0x95a5a6, 0x7fb3d5, 0x73c6b6, 0xf7dc6f, 0xe59866, 0xd98880, 0xbb8fce];
const TIER_COLORS = { Officer: 0x5dade2, Moderator: 0x58d68d, Admin: 0xf5b041 } as const;

/** The Discord servers of the clans: channels, a role for each rank and tier, and the demo's people. */
export function discordWorld(clans: readonly DemoClan[]): DiscordSeed {
  return {
    applications: applicationsOf(clans),
    guilds: clans.map(guild),
  };
}

/** The clans' applications alone. */
export function applicationsOf(clans: readonly DemoClan[]): DiscordSeed['applications'] {
  return clans.map(({ record, privateKey }) => ({
    clan: record.clan,
    applicationId: record.applicationId,
    publicKey: record.publicKey,
    botToken: record.botToken,
    guildId: record.guildId,
    ...(privateKey === undefined ? {} : { privateKey }),
  }));
}

function guild(clan: DemoClan): GuildSeed {
  const ids = guildIds(clan.record);
  const staffOnly = [
    { id: clan.record.guildId, type: 'role' as const, deny: VIEW_CHANNEL },
    ...ids.tierRoles.map(({ id }) => ({ id, type: 'role' as const, allow: VIEW_CHANNEL })),
    { id: clan.record.applicationId, type: 'member' as const, allow: VIEW_CHANNEL },
  ];
  return {
    id: clan.record.guildId,
    name: clan.displayName,
    ownerId: FOUNDER.userId,
    roles: [
      ...clan.ranks.map((rank, index) => ({
        id: ids.rankRole(index),
        name: rank.rank_name,
        color: RANK_COLORS[index % RANK_COLORS.length] ?? 0,
      })),
      { id: ids.verifiedRole, name: 'Verified' },
      ...ids.tierRoles.map((role) => ({ ...role, color: TIER_COLORS[role.name] })),
    ],
    channels: ids.channels.map(({ id, name }) => ({
      id,
      name,
      ...(name === 'admin' || name === 'bot-log' ? { overwrites: staffOnly } : {}),
    })),
    members: [FOUNDER, ...DEMO_PEOPLE].map((person) => ({
      userId: person.userId,
      username: person.username,
      globalName: person.displayName,
      roles: 'tier' in person ? rolesOf(clan, person) : [],
    })),
  };
}

function rolesOf(clan: DemoClan, person: DemoPerson): string[] {
  const ids = guildIds(clan.record);
  const rank = rankOf(clan, person);
  const tierRole = ids.tierRoles.find(({ name }) => name.toLowerCase() === person.tier);
  return [
    ...(rank === undefined ? [] : [ids.rankRole(clan.ranks.indexOf(rank)), ids.verifiedRole]),
    ...(tierRole === undefined ? [] : [tierRole.id]),
  ];
}
