import { snowflakeTime } from '../../shared/discord/snowflake.ts';
import { BOT_DEFAULT, EVERYONE_DEFAULT } from './permissions.ts';
import type { ApplicationSeed, DiscordSeed, GuildSeed } from './seed.ts';
import type { DiscordState, GuildState } from './state.ts';

/** Adds the guilds of a seed that the state does not have yet; what is there is left as it is. */
export function seedState(state: DiscordState, seed: DiscordSeed): void {
  for (const guild of seed.guilds) {
    if (!state.guilds.has(guild.id)) addGuild(state, guild);
  }
  for (const application of seed.applications) {
    const guildSeed = seed.guilds.find((guild) => guild.id === application.guildId);
    const guild = state.guilds.get(application.guildId);
    if (guild !== undefined) addBot(state, guild, application, guildSeed?.botRole ?? {});
  }
}

function addGuild(state: DiscordState, seed: GuildSeed): void {
  const guild: GuildState = {
    id: seed.id,
    name: seed.name,
    ownerId: seed.ownerId,
    roles: new Map(),
    members: new Map(),
  };
  const plain = { color: 0, mentionable: false, hoist: false, managed: false };
  const everyone = seed.everyonePermissions ?? EVERYONE_DEFAULT;
  guild.roles.set(seed.id, {
    ...plain,
    id: seed.id,
    name: '@everyone',
    permissions: `${everyone}`,
    position: 0,
  });
  for (const [index, role] of (seed.roles ?? []).entries()) {
    guild.roles.set(role.id, {
      ...plain,
      id: role.id,
      name: role.name,
      color: role.color ?? 0,
      managed: role.managed ?? false,
      permissions: `${role.permissions ?? 0n}`,
      position: role.position ?? index + 1,
    });
  }
  for (const channel of seed.channels ?? []) {
    state.channels.set(channel.id, {
      id: channel.id,
      type: 0,
      guildId: seed.id,
      name: channel.name,
      overwrites: (channel.overwrites ?? []).map((entry) => ({
        id: entry.id,
        type: entry.type === 'role' ? 0 : 1,
        allow: `${entry.allow ?? 0n}`,
        deny: `${entry.deny ?? 0n}`,
      })),
      recipientId: null,
      botUserId: null,
    });
  }
  for (const member of seed.members ?? []) {
    state.users.set(member.userId, {
      id: member.userId,
      username: member.username,
      globalName: member.globalName ?? null,
      bot: member.bot ?? false,
      dms: member.dms ?? 'open',
    });
    guild.members.set(member.userId, {
      userId: member.userId,
      nick: member.nick ?? null,
      roleIds: (member.roles ?? []).map((role) => roleIdOf(guild, role)),
      joinedAt: snowflakeTime(member.userId),
    });
  }
  state.guilds.set(seed.id, guild);
}

function addBot(
  state: DiscordState,
  guild: GuildState,
  application: ApplicationSeed,
  botRole: NonNullable<GuildSeed['botRole']>,
): void {
  const userId = application.botUserId ?? application.applicationId;
  if (guild.members.has(userId)) return;
  const highest = Math.max(...[...guild.roles.values()].map((role) => role.position));
  let roleId = userId;
  while (guild.roles.has(roleId)) roleId = `${BigInt(roleId) + 1n}`;
  guild.roles.set(roleId, {
    id: roleId,
    name: `${application.clan} bot`,
    color: 0,
    permissions: `${botRole.permissions ?? BOT_DEFAULT}`,
    position: botRole.position ?? highest + 1,
    managed: true,
    mentionable: false,
    hoist: false,
  });
  state.users.set(userId, {
    id: userId,
    username: `${application.clan}-bot`,
    globalName: null,
    bot: true,
    dms: 'open',
  });
  guild.members.set(userId, { userId, nick: null, roleIds: [roleId], joinedAt: snowflakeTime(userId) });
}

function roleIdOf(guild: GuildState, idOrName: string): string {
  if (guild.roles.has(idOrName)) return idOrName;
  for (const role of guild.roles.values()) if (role.name === idOrName) return role.id;
  throw new Error(
    `The seed of guild ${guild.name} gives a member the role "${idOrName}", which it does not have.`,
  );
}
