import { UserError } from '../errors/user-error.ts';
import { catalogue } from '../languages/catalogue.ts';
import type { GuildRole } from './client.ts';

const texts = catalogue({
  en: {
    refusal:
      'That role is everyone in the server, so it can stand for no rank and no tier. Nothing was changed.',
  },
  de: {
    refusal:
      'Diese Rolle haben alle auf dem Server, sie kann also für keinen Rang und keine Stufe stehen. Es wurde nichts geändert.',
  },
  'es-ES': {
    refusal:
      'Ese rol lo tiene todo el servidor, así que no puede representar ningún rango ni nivel. No se ha cambiado nada.',
  },
  fr: {
    refusal: 'Tout le serveur a ce rôle, il ne peut donc représenter ni rang ni niveau. Rien n’a été changé.',
  },
  'pt-BR': {
    refusal:
      'Todo o servidor tem esse cargo, então ele não pode representar patente nem nível. Nada foi alterado.',
  },
});

/** Whether it is @everyone, whose id is the guild's own ("Role Object" in Discord's documentation). */
export function isEveryone(roleId: string, guildId: string): boolean {
  return roleId === guildId;
}

/** Throws `UserError` `everyone-role` for @everyone, which gives nobody anything that others lack. */
export function refuseEveryone(roleId: string, guildId: string): void {
  if (isEveryone(roleId, guildId)) {
    throw new UserError('everyone-role', (locale) => texts(locale).refusal);
  }
}

/** Those of the guild's roles that a member has; @everyone is one of them. */
export function heldRoles(
  roles: readonly GuildRole[],
  guildId: string,
  member: { readonly roleIds: readonly string[] },
): readonly GuildRole[] {
  return roles.filter((role) => isEveryone(role.id, guildId) || member.roleIds.includes(role.id));
}
