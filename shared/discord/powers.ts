import type { GuildRole } from './client.ts';
import { isEveryone } from './everyone-role.ts';
import { PERMISSIONS, type Permission } from './permissions.ts';

/** A role with one of these is given to nobody, unless the clan's settings file allows it. */
export const REFUSED_PERMISSIONS: readonly Permission[] = [
  'ADMINISTRATOR',
  'MANAGE_GUILD',
  'MANAGE_ROLES',
  'MANAGE_CHANNELS',
  'MANAGE_WEBHOOKS',
  'BAN_MEMBERS',
  'KICK_MEMBERS',
];
/** Worth a word where somebody chooses the role. */
const WARNED: readonly Permission[] = ['MODERATE_MEMBERS', 'MANAGE_MESSAGES', 'MENTION_EVERYONE'];

/** What of a clan decides which roles the bot may give. */
export interface RoleRules {
  readonly guildId: string;
  /** Role ids that the bot's operator allows although they give power (`powerful_roles` in settings.json). */
  readonly powerfulRoles: readonly string[];
}

/** Why the bot gives a role to nobody: everybody has it, it is managed, or it carries power. */
export type Objection =
  | { readonly kind: 'everyone' | 'managed' }
  | { readonly kind: 'power'; readonly permissions: readonly Permission[] };

/**
 * Why the bot gives this role to nobody; undefined: it may. @everyone and managed roles can be given by no bot, so
 * `powerful_roles` does not allow them. Taking a role away is always allowed.
 */
export function objectionTo(role: GuildRole, { guildId, powerfulRoles }: RoleRules): Objection | undefined {
  if (isEveryone(role.id, guildId)) return { kind: 'everyone' };
  if (role.managed) return { kind: 'managed' };
  if (powerfulRoles.includes(role.id)) return undefined;
  const permissions = carried(role, REFUSED_PERMISSIONS);
  return permissions.length === 0 ? undefined : { kind: 'power', permissions };
}

/** Permissions of the role that are allowed and worth a warning. */
export function permissionsToWarnOf(role: GuildRole): readonly Permission[] {
  return carried(role, WARNED);
}

function carried(role: GuildRole, permissions: readonly Permission[]): readonly Permission[] {
  return permissions.filter((one) => (role.permissions & PERMISSIONS[one]) !== 0n);
}
