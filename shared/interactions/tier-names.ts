import { catalogue } from '../languages/catalogue.ts';
import type { Tier } from './declaration.ts';

/** What the tiers are called. */
export const tierNames = catalogue<Readonly<Record<Tier, string>>>({
  en: { member: 'member', officer: 'officer', moderator: 'moderator', admin: 'admin' },
  de: { member: 'Mitglied', officer: 'Offizier', moderator: 'Moderator', admin: 'Admin' },
  'es-ES': { member: 'miembro', officer: 'oficial', moderator: 'moderador', admin: 'admin' },
  fr: { member: 'membre', officer: 'officier', moderator: 'modérateur', admin: 'admin' },
  'pt-BR': { member: 'membro', officer: 'oficial', moderator: 'moderador', admin: 'admin' },
});
