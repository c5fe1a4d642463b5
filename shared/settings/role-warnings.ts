import type { Settings } from '../clans/settings.ts';
import type { GuildRole } from '../discord/client.ts';
import { permissionNames } from '../discord/permission-names.ts';
import { permissionsToWarnOf } from '../discord/powers.ts';
import { roleMention } from '../discord/text.ts';
import { tierNames } from '../interactions/tier-names.ts';
import { catalogue } from '../languages/catalogue.ts';
import { tierOfRole } from './role-rules.ts';

/** What a role that somebody chooses brings along: the rest of a sentence whose subject is the role. */
const texts = catalogue({
  en: {
    tier: (tier: string) => `gives the tier ${tier}: whoever gets it can use the bot's ${tier} commands.`,
    carries: (permissions: readonly string[]) =>
      `carries ${permissions.join(', ')}: whoever gets it has that too.`,
  },
  de: {
    tier: (tier) => `gibt die Stufe ${tier}: Wer sie bekommt, kann die Befehle dieser Stufe nutzen.`,
    carries: (permissions) => `erlaubt ${permissions.join(', ')}: Wer sie bekommt, darf das auch.`,
  },
  'es-ES': {
    tier: (tier) => `da el nivel ${tier}: quien lo reciba podrá usar los comandos de ese nivel.`,
    carries: (permissions) => `permite ${permissions.join(', ')}: quien lo reciba también podrá hacerlo.`,
  },
  fr: {
    tier: (tier) => `donne le niveau ${tier} : qui le reçoit peut utiliser les commandes de ce niveau.`,
    carries: (permissions) => `permet ${permissions.join(', ')} : qui le reçoit le peut aussi.`,
  },
  'pt-BR': {
    tier: (tier) => `dá o nível ${tier}: quem o receber poderá usar os comandos desse nível.`,
    carries: (permissions) => `permite ${permissions.join(', ')}: quem o receber também poderá.`,
  },
});

/** What somebody who chooses a role for a rank should know of it, each as the rest of a sentence about the role. */
export function roleConcerns(
  locale: string | undefined,
  role: GuildRole,
  settings: Pick<Settings, 'roles'>,
): readonly string[] {
  const tier = tierOfRole(settings, role.id);
  const permissions = permissionsToWarnOf(role);
  const names = permissionNames(locale);
  return [
    ...(tier === undefined ? [] : [texts(locale).tier(tierNames(locale)[tier])]),
    ...(permissions.length === 0 ? [] : [texts(locale).carries(permissions.map((one) => names[one]))]),
  ];
}

/** The same as sentences that mention the role. */
export function roleRemarks(
  locale: string | undefined,
  role: GuildRole,
  settings: Pick<Settings, 'roles'>,
): readonly string[] {
  return roleConcerns(locale, role, settings).map((concern) => `${roleMention(role.id)} ${concern}`);
}

/** The same as lines of a reply. */
export function roleWarnings(
  locale: string | undefined,
  role: GuildRole,
  settings: Pick<Settings, 'roles'>,
): readonly string[] {
  return roleRemarks(locale, role, settings).map((remark) => `⚠️ ${remark}`);
}
