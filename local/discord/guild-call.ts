import { refusals } from './api-error.ts';
import { type BotCall, parameter } from './call.ts';
import { guildPermissions, has, highestPosition, type PERMISSIONS } from './permissions.ts';
import type { AuditEntry, GuildState, MemberState, RoleState } from './state.ts';

/** A guild that a call is about, with the calling bot in it. */
export interface InGuild {
  readonly guild: GuildState;
  readonly bot: MemberState;
}

export function guildOf(call: BotCall): InGuild {
  return call.world.guildFor(call.application, parameter(call, 'guild_id'));
}

/** Throws 50013 when the bot lacks a permission in the guild. */
export function requirePermission({ guild, bot }: InGuild, permission: keyof typeof PERMISSIONS): void {
  if (!has(guildPermissions(guild, bot), permission)) throw refusals.missingPermissions();
}

/** Throws 50013 for the guild's owner and for members as high as the bot or higher. */
export function requireBelow({ guild, bot }: InGuild, member: MemberState): void {
  if (member.userId === guild.ownerId || highestPosition(guild, member) >= highestPosition(guild, bot))
    throw refusals.missingPermissions();
}

/** The role, when the bot may give and take it: MANAGE_ROLES, below its own highest role, not managed, not @everyone. */
export function manageableRole({ guild, bot }: InGuild, roleId: string): RoleState {
  const role = guild.roles.get(roleId);
  if (role === undefined) throw refusals.unknownRole();
  const allowed =
    has(guildPermissions(guild, bot), 'MANAGE_ROLES') &&
    role.position < highestPosition(guild, bot) &&
    !role.managed &&
    role.id !== guild.id;
  if (!allowed) throw refusals.missingPermissions();
  return role;
}

/** Writes down what a bot changed, with its reason. */
export function audit(
  call: BotCall,
  action: AuditEntry['action'],
  guildId: string,
  targetId: string,
  roleId: string | null = null,
): void {
  call.world.state.audit.push({
    action,
    guildId,
    targetId,
    roleId,
    reason: call.reason,
    at: call.world.now(),
  });
  call.world.changed();
}
