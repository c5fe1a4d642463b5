import type { Channel, GuildMember, GuildRole } from './client.ts';
import { heldRoles } from './everyone-role.ts';
import { PERMISSIONS } from './permissions.ts';

const EVERYTHING = -1n;

/**
 * What a member may do in a channel, as Discord computes it: the roles together, then the channel's overwrites of
 * @everyone, of the member's roles together, and of the member ("Permission Overwrites" in Discord's documentation).
 */
export function channelPermissions(
  member: GuildMember,
  guildId: string,
  roles: readonly GuildRole[],
  channel: Pick<Channel, 'overwrites'>,
): bigint {
  const held = heldRoles(roles, guildId, member);
  let bits = held.reduce((all, role) => all | role.permissions, 0n);
  if ((bits & PERMISSIONS.ADMINISTRATOR) !== 0n) return EVERYTHING;
  const groups = [[guildId], member.roleIds, [member.userId]];
  for (const ids of groups) {
    const overwrites = channel.overwrites.filter((overwrite) => ids.includes(overwrite.of));
    bits &= ~overwrites.reduce((all, overwrite) => all | overwrite.deny, 0n);
    bits |= overwrites.reduce((all, overwrite) => all | overwrite.allow, 0n);
  }
  return bits;
}
