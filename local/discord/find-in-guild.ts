import { ImpossibleActionError } from './interaction-request.ts';
import type { ChannelState, GuildState, MemberState, RoleState } from './state.ts';
import type { World } from './world.ts';

/** Finds people, channels and roles by id or by name (with or without `@` or `#`, letters of either case). */
export function findGuildMember(world: World, guild: GuildState, given: string): MemberState {
  const wanted = plainName(given, /^<@!?(\d+)>$/);
  const byId = guild.members.get(wanted);
  if (byId !== undefined) return byId;
  for (const member of guild.members.values()) {
    const user = world.state.users.get(member.userId);
    const names = [member.nick, user?.globalName, user?.username];
    if (names.some((name) => name?.toLowerCase() === wanted.toLowerCase())) return member;
  }
  const some = [...guild.members.values()].slice(0, 20).map((member) => displayName(world, member));
  throw new ImpossibleActionError(
    `Nobody in ${guild.name} is called "${given}". There are: ${some.join(', ')}${guild.members.size > 20 ? ', ...' : ''}.`,
  );
}

export function findGuildChannel(world: World, guild: GuildState, given: string): ChannelState {
  const wanted = plainName(given, /^<#(\d+)>$/);
  const channels = [...world.state.channels.values()].filter((channel) => channel.guildId === guild.id);
  const found = channels.find(
    (channel) => channel.id === wanted || channel.name.toLowerCase() === wanted.toLowerCase(),
  );
  if (found !== undefined) return found;
  throw new ImpossibleActionError(
    `${guild.name} has no channel "${given}". There are: ${channels.map((channel) => `#${channel.name}`).join(', ')}.`,
  );
}

export function findGuildRole(guild: GuildState, given: string): RoleState {
  const wanted = plainName(given, /^<@&(\d+)>$/);
  for (const role of guild.roles.values()) {
    if (role.id === wanted || plainName(role.name, /^$/).toLowerCase() === wanted.toLowerCase()) return role;
  }
  const names = [...guild.roles.values()].map((role) => role.name);
  throw new ImpossibleActionError(`${guild.name} has no role "${given}". There are: ${names.join(', ')}.`);
}

/** What people in the guild see. */
export function displayName(world: World, member: MemberState): string {
  const user = world.state.users.get(member.userId);
  return member.nick ?? user?.globalName ?? user?.username ?? member.userId;
}

function plainName(given: string, mention: RegExp): string {
  return mention.exec(given)?.[1] ?? given.replace(/^[@#]/, '');
}
