import type { Settings } from '../clans/settings.ts';
import type { GuildRole } from '../discord/client.ts';
import { permissionsToWarnOf } from '../discord/powers.ts';
import { roleMention } from '../discord/text.ts';
import { tierOfRole } from './role-rules.ts';

/** What somebody who chooses a role for a rank should know of it, each as the rest of a sentence about the role. */
export function roleConcerns(role: GuildRole, settings: Pick<Settings, 'roles'>): readonly string[] {
  const tier = tierOfRole(settings, role.id);
  const permissions = permissionsToWarnOf(role);
  return [
    ...(tier === undefined
      ? []
      : [`gives the tier ${tier}: whoever gets it can use the bot's ${tier} commands.`]),
    ...(permissions.length === 0 ? [] : [`carries ${permissions.join(', ')}: whoever gets it has that too.`]),
  ];
}

/** The same as lines of a reply. */
export function roleWarnings(role: GuildRole, settings: Pick<Settings, 'roles'>): readonly string[] {
  return roleConcerns(role, settings).map((concern) => `⚠️ ${roleMention(role.id)} ${concern}`);
}
