import type { Settings } from '../clans/settings.ts';
import type { RoleRules } from '../discord/powers.ts';

/** Which roles the bot may give in this clan. */
export function roleRules({
  clan,
  settings,
}: {
  readonly clan: { readonly guildId: string };
  readonly settings: Pick<Settings, 'powerful_roles'>;
}): RoleRules {
  return { guildId: clan.guildId, powerfulRoles: settings.powerful_roles };
}

/** The tier that a role gives its holders, the highest of several; undefined: none. */
export function tierOfRole(
  { roles }: Pick<Settings, 'roles'>,
  roleId: string,
): 'admin' | 'moderator' | 'officer' | undefined {
  return (['admin', 'moderator', 'officer'] as const).find((tier) => roles[tier].includes(roleId));
}
