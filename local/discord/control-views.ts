import { findControl } from './build-component.ts';
import type { DiscordEmulator } from './discord-emulator.ts';
import { displayName, findGuildChannel } from './find-in-guild.ts';
import { shownMessage } from './shown-message.ts';

/** The control that a click means, and the first line of the message that has it. Throws `ImpossibleActionError`. */
export function clickedOn(
  emulator: DiscordEmulator,
  request: { clan: string; user: string; click: string; message?: string; channel?: string },
): { label: string; on: string } {
  const { userId } = emulator.member(request.clan, request.user);
  const guild = emulator.guild(request.clan);
  const channelId =
    request.channel === undefined ? undefined : findGuildChannel(emulator.world, guild, request.channel).id;
  const seenBy = { userId, guildId: guild.id, channelId };
  const { message, control } = findControl(emulator.world, seenBy, request.click, request.message);
  return { label: control.label, on: shownMessage(emulator.world, message).text.split('\n')[0] ?? '' };
}

/** Public messages of the guild and its bot's DMs that came or changed after a time, with where they are. */
export function changesSince(
  emulator: DiscordEmulator,
  clan: string,
  since: number,
): Record<string, unknown> {
  const { world } = emulator;
  const bot = world.botUserId(world.applicationOf(clan));
  const messages = [...world.state.messages.values()].flatMap((message) => {
    const channel = world.state.channels.get(message.channelId);
    const changed = message.createdAt > since || (message.editedAt ?? 0) > since;
    if (!changed || message.visibleTo !== null || channel === undefined) return [];
    if (channel.guildId === emulator.guild(clan).id)
      return [{ ...shownMessage(world, message), place: `#${channel.name}` }];
    if (channel.botUserId !== bot || channel.recipientId === null) return [];
    const member = emulator.guild(clan).members.get(channel.recipientId);
    const name = member === undefined ? channel.name : displayName(world, member);
    return [{ ...shownMessage(world, message), place: `DM to ${name}` }];
  });
  return { now: world.now(), messages };
}

export function clanView(emulator: DiscordEmulator, clan: string): Record<string, unknown> {
  const guild = emulator.guild(clan);
  const channels = [...emulator.world.state.channels.values()].filter(
    (channel) => channel.guildId === guild.id,
  );
  const members = [...guild.members.values()].slice(0, 100);
  return {
    clan,
    guild: guild.name,
    guildId: guild.id,
    channels: channels.map(({ id, name }) => ({ id, name })),
    roles: [...guild.roles.values()]
      .sort((a, b) => b.position - a.position)
      .map(({ id, name }) => ({ id, name })),
    members: members.map((member) => memberView(emulator, clan, member.userId)),
  };
}

export function memberView(emulator: DiscordEmulator, clan: string, userId: string): Record<string, unknown> {
  const member = emulator.member(clan, userId);
  const user = emulator.world.user(userId);
  return {
    id: userId,
    username: user.username,
    name: displayName(emulator.world, member),
    bot: user.bot,
    dms: user.dms,
    roles: emulator.rolesOf(clan, userId),
    owner: emulator.guild(clan).ownerId === userId,
  };
}
