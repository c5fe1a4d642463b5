import { commandPaths } from '../../discord/build-command.ts';
import type { DiscordEmulator } from '../../discord/discord-emulator.ts';
import { displayName } from '../../discord/find-in-guild.ts';
import { channelsInSight, mayWrite, type Viewer } from '../../discord/sight.ts';
import type { MemberState, RoleState } from '../../discord/state.ts';
import { type Person, View } from '../protocol.ts';

/**
 * What one person sees of a clan's server: only channels that are open to them, and their direct messages. `clans` are
 * those that can be looked at.
 */
export function viewOf(discord: DiscordEmulator, viewer: Viewer, clans: readonly string[]): View {
  const { world } = discord;
  const { clan, guild } = viewer;
  return View.parse({
    me: personOf(discord, viewer, viewer.member),
    clan,
    guild: guild.name,
    clans: clans.map((name) => ({ clan: name, guild: discord.guild(name).name })),
    channels: channelsInSight(world, viewer).map((channel) => ({
      id: channel.id,
      name: channel.guildId === null ? world.user(viewer.botUserId).username : channel.name,
      isDm: channel.guildId === null,
      canWrite: mayWrite(viewer, channel),
    })),
    people: [...guild.members.values()].map((member) => personOf(discord, viewer, member)),
    roles: rolesOf(viewer).map(({ id, name, color }) => ({ id, name, color: hexColor(color) })),
    commands: commandPaths(discord.commands(clan)).map(({ path, type, leaf }) => ({
      path,
      type,
      description: leaf['description'],
      options: leaf['options'] ?? [],
    })),
  });
}

function personOf({ world }: DiscordEmulator, viewer: Viewer, member: MemberState): Person {
  const user = world.user(member.userId);
  const roles = rolesOf(viewer).filter((role) => member.roleIds.includes(role.id));
  return {
    id: user.id,
    name: displayName(world, member),
    username: user.username,
    color: hexColor(roles.find((role) => role.color !== 0)?.color ?? 0),
    bot: user.bot,
    owner: viewer.guild.ownerId === user.id,
    roles: roles.map((role) => role.id),
  };
}

/** Highest first, without @everyone. */
function rolesOf({ guild }: Viewer): RoleState[] {
  return [...guild.roles.values()]
    .filter((role) => role.id !== guild.id)
    .sort((a, b) => b.position - a.position);
}

function hexColor(color: number): string | null {
  return color === 0 ? null : `#${color.toString(16).padStart(6, '0')}`;
}
