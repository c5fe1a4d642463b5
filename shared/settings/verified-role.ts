import type { Settings } from '../clans/settings.ts';
import type { GuildRole } from '../discord/client.ts';
import { roleNamed } from '../discord/find-or-make-role.ts';
import { type Objection, objectionTo, type RoleRules } from '../discord/powers.ts';
import { tierOfRole } from './role-rules.ts';

/** The name of the Verified role where the settings choose none. */
export const VERIFIED_NAME = 'Verified';

/** A role that the bot gives, as the guild has it. */
export type GivenRole =
  | { readonly kind: 'role'; readonly role: GuildRole }
  /** None is set, and none has the name: a Verified role is made when it is first given. */
  | { readonly kind: 'missing' }
  /** The one that is set is not in the server. */
  | { readonly kind: 'gone'; readonly roleId: string }
  /** Everybody who gets it would get a tier of the bot. */
  | { readonly kind: 'gives-tier'; readonly role: GuildRole }
  | { readonly kind: 'refused'; readonly role: GuildRole; readonly objection: Objection };

/** The role that everybody who links gets: the one in the settings, else the guild's role of that name. */
export function verifiedRole(
  settings: Pick<Settings, 'roles'>,
  guildRoles: readonly GuildRole[],
  rules: RoleRules,
): GivenRole {
  const { verified: id } = settings.roles;
  const role = id === null ? named(guildRoles, rules) : guildRoles.find((one) => one.id === id);
  if (role === undefined) return id === null ? { kind: 'missing' } : { kind: 'gone', roleId: id };
  return judged(role, settings, rules);
}

/** The role that everybody on leave gets, which the settings name; `missing`: none. */
export function leaveRole(
  settings: Pick<Settings, 'roles'>,
  guildRoles: readonly GuildRole[],
  rules: RoleRules,
): GivenRole {
  const { on_leave: roleId } = settings.roles;
  if (roleId === null) return { kind: 'missing' };
  const role = guildRoles.find((one) => one.id === roleId);
  return role === undefined ? { kind: 'gone', roleId } : judged(role, settings, rules);
}

/** As what the bot gives this role itself: such a role may give no tier. Undefined: it does not give it. */
export function givenAs(
  roleId: string,
  settings: Pick<Settings, 'roles'>,
  guildRoles: readonly GuildRole[],
  rules: RoleRules,
): 'verified' | 'on_leave' | undefined {
  const verified = verifiedRole(settings, guildRoles, rules);
  if (roleId === ('role' in verified ? verified.role.id : settings.roles.verified)) return 'verified';
  return roleId === settings.roles.on_leave ? 'on_leave' : undefined;
}

function judged(role: GuildRole, settings: Pick<Settings, 'roles'>, rules: RoleRules): GivenRole {
  if (tierOfRole(settings, role.id) !== undefined) return { kind: 'gives-tier', role };
  const objection = objectionTo(role, rules);
  return objection === undefined ? { kind: 'role', role } : { kind: 'refused', role, objection };
}

/** Of several of that name the one that the bot would take. */
function named(guildRoles: readonly GuildRole[], rules: RoleRules): GuildRole | undefined {
  const found = roleNamed(guildRoles, rules, VERIFIED_NAME);
  if (found.kind === 'found') return found.role;
  return found.kind === 'refused' ? guildRoles.find((role) => role.name === VERIFIED_NAME) : undefined;
}
