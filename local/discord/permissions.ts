import type { ChannelState, GuildState, MemberState, RoleState } from './state.ts';

/** The bits of Discord's permissions that the emulator looks at. */
export const PERMISSIONS = {
  KICK_MEMBERS: 1n << 1n,
  BAN_MEMBERS: 1n << 2n,
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  CHANGE_NICKNAME: 1n << 26n,
  MANAGE_NICKNAMES: 1n << 27n,
  MANAGE_ROLES: 1n << 28n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MODERATE_MEMBERS: 1n << 40n,
} as const;

export const ALL_PERMISSIONS = (1n << 53n) - 1n;

export const EVERYONE_DEFAULT =
  PERMISSIONS.VIEW_CHANNEL |
  PERMISSIONS.SEND_MESSAGES |
  PERMISSIONS.EMBED_LINKS |
  PERMISSIONS.ATTACH_FILES |
  PERMISSIONS.READ_MESSAGE_HISTORY |
  PERMISSIONS.USE_APPLICATION_COMMANDS;

export const BOT_DEFAULT = EVERYONE_DEFAULT | PERMISSIONS.MANAGE_ROLES;

function rolesOf(guild: GuildState, member: MemberState): RoleState[] {
  return [guild.id, ...member.roleIds].flatMap((id) => guild.roles.get(id) ?? []);
}

/** What a member may do in the guild, before a channel's overwrites. */
export function guildPermissions(guild: GuildState, member: MemberState): bigint {
  if (guild.ownerId === member.userId) return ALL_PERMISSIONS;
  const granted = rolesOf(guild, member).reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  return (granted & PERMISSIONS.ADMINISTRATOR) !== 0n ? ALL_PERMISSIONS : granted;
}

/** What a member may do in a channel, in the order of Discord's documentation: everyone, roles, the member. */
export function memberChannelPermissions(
  guild: GuildState,
  channel: ChannelState,
  member: MemberState,
): bigint {
  let bits = guildPermissions(guild, member);
  if (bits === ALL_PERMISSIONS) return bits;
  const apply = (deny: bigint, allow: bigint) => {
    bits = (bits & ~deny) | allow;
  };
  for (const entry of channel.overwrites) {
    if (entry.id === guild.id) apply(BigInt(entry.deny), BigInt(entry.allow));
  }
  let deny = 0n;
  let allow = 0n;
  for (const entry of channel.overwrites) {
    if (entry.type === 0 && entry.id !== guild.id && member.roleIds.includes(entry.id)) {
      deny |= BigInt(entry.deny);
      allow |= BigInt(entry.allow);
    }
  }
  apply(deny, allow);
  for (const entry of channel.overwrites) {
    if (entry.type === 1 && entry.id === member.userId) apply(BigInt(entry.deny), BigInt(entry.allow));
  }
  return bits;
}

/** The position of a member's highest role; @everyone stands at 0. */
export function highestPosition(guild: GuildState, member: MemberState): number {
  return rolesOf(guild, member).reduce((highest, role) => Math.max(highest, role.position), 0);
}

export function has(bits: bigint, permission: keyof typeof PERMISSIONS): boolean {
  return (bits & PERMISSIONS[permission]) !== 0n;
}
