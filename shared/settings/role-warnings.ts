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
    carries: (permissions) =>
      permissions.length === 1
        ? `hat die Berechtigung ${permissions.join()}: Wer die Rolle bekommt, hat sie auch.`
        : `hat die Berechtigungen ${permissions.join(', ')}: Wer die Rolle bekommt, hat sie auch.`,
  },
  'es-ES': {
    tier: (tier) => `da el nivel ${tier}: quien lo reciba podrá usar los comandos de ese nivel.`,
    carries: (permissions) =>
      permissions.length === 1
        ? `tiene el permiso ${permissions.join()}: quien reciba el rol también lo tendrá.`
        : `tiene los permisos ${permissions.join(', ')}: quien reciba el rol también los tendrá.`,
  },
  fr: {
    tier: (tier) => `donne le niveau ${tier} : qui le reçoit peut utiliser les commandes de ce niveau.`,
    carries: (permissions) =>
      permissions.length === 1
        ? `a la permission ${permissions.join()} : qui reçoit le rôle l’a aussi.`
        : `a les permissions ${permissions.join(', ')} : qui reçoit le rôle les a aussi.`,
  },
  'pt-BR': {
    tier: (tier) => `dá o nível ${tier}: quem o receber poderá usar os comandos desse nível.`,
    carries: (permissions) =>
      permissions.length === 1
        ? `tem a permissão ${permissions.join()}: quem receber o cargo também a terá.`
        : `tem as permissões ${permissions.join(', ')}: quem receber o cargo também as terá.`,
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
