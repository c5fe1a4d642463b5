import { UserError } from '../errors/user-error.ts';
import type { GuildRole } from './client.ts';

const REFUSAL =
  'That role is everyone in the server, so it can stand for no rank and no tier. Nothing was changed.';

/** Whether it is @everyone, whose id is the guild's own ("Role Object" in Discord's documentation). */
export function isEveryone(roleId: string, guildId: string): boolean {
  return roleId === guildId;
}

/** Throws `UserError` `everyone-role` for @everyone, which gives nobody anything that others lack. */
export function refuseEveryone(roleId: string, guildId: string): void {
  if (isEveryone(roleId, guildId)) throw new UserError('everyone-role', REFUSAL);
}

/** Those of the guild's roles that a member has; @everyone is one of them. */
export function heldRoles(
  roles: readonly GuildRole[],
  guildId: string,
  member: { readonly roleIds: readonly string[] },
): readonly GuildRole[] {
  return roles.filter((role) => isEveryone(role.id, guildId) || member.roleIds.includes(role.id));
}
