import type { Settings } from '../clans/settings.ts';
import type { GuildRole } from '../discord/client.ts';
import { permissionsToWarnOf } from '../discord/powers.ts';
import { roleMention } from '../discord/text.ts';
import { tierOfRole } from './role-rules.ts';

/** What whoever chooses a role for a rank should know of it, a line each. */
export function roleWarnings(role: GuildRole, settings: Pick<Settings, 'roles'>): readonly string[] {
  const tier = tierOfRole(settings, role.id);
  const permissions = permissionsToWarnOf(role);
  return [
    ...(tier === undefined
      ? []
      : [
          `⚠️ ${roleMention(role.id)} gives the tier ${tier}: whoever gets it can use the bot's ${tier} commands.`,
        ]),
    ...(permissions.length === 0
      ? []
      : [`⚠️ ${roleMention(role.id)} carries ${permissions.join(', ')}: whoever gets it has that too.`]),
  ];
}
