import { describe, expect, it } from 'vitest';
import { sayRefusedRole } from '../discord/power-texts.ts';
import { LANGUAGES } from '../languages/language.ts';
import type { Saying } from '../languages/values-of.ts';
import { resultIn } from './result-in.ts';
import { resultTexts } from './result-texts.ts';

const english = resultTexts.all.en;

describe('a stored result', () => {
  it.each(LANGUAGES)('is read in %s, whichever it is', (language) => {
    const { whole, with: withValues } = resultTexts.all[language];
    for (const [key, stored] of Object.entries(english.whole)) {
      expect(resultIn(language, stored)).toBe(new Map(Object.entries(whole)).get(key));
    }
    const says = new Map<string, Saying>(Object.entries(withValues));
    for (const [key, say] of Object.entries<Saying>(english.with)) {
      const values = ['E4 | Corporal', 'Wolf (7)', 'x'];
      expect(resultIn(language, say(...values))).toBe(says.get(key)?.(...values));
    }
  });

  it.each([
    ['E4 given, E3 taken', 'E4 vergeben, E3 entfernt'],
    [
      'E4 given, E3 could not be taken: the bot needs the permission Manage Roles, and its own role must stand above this one.',
      'E4 vergeben, E3 konnte nicht entfernt werden: der Bot braucht die Berechtigung „Rollen verwalten“, und seine eigene Rolle muss über dieser stehen.',
    ],
    [
      'the role of E4 no longer exists. Choose another one with /ranks set-role.',
      'die Rolle von E4 gibt es nicht mehr. Wähle mit /ränge rolle-setzen eine andere.',
    ],
    [
      'They are not in the Roblox group. The rank stays as it is here, out of sync with Roblox.',
      'Das Mitglied ist nicht in der Roblox-Gruppe. Der Rang bleibt hier, wie er ist, und weicht von Roblox ab.',
    ],
    [
      'No role of the Roblox group belongs to E4 (48). The rank was taken back to E3.',
      'Zu E4 (48) gehört keine Rolle der Roblox-Gruppe. Der Rang wurde auf E3 zurückgenommen.',
    ],
    ['left as it is: they own the server', 'bleibt, wie er ist: dem Mitglied gehört der Server'],
    [
      "Roblox does not accept the clan's key (401), see /diagnose",
      'Roblox nimmt den Schlüssel des Clans nicht an (401), siehe /diagnose',
    ],
    [
      'the Verified role is everybody’s, so it is not handed out. Set another one as roles.verified.',
      'die Verifiziert-Rolle haben alle, deshalb wird sie nicht vergeben. Leg unter roles.verified eine andere fest.',
    ],
  ])('that is made of others is read with all of them (%s)', (stored, read) => {
    expect(resultIn('de', stored)).toBe(read);
    expect(resultIn('en-GB', stored)).toBe(stored);
  });

  it.each([
    { kind: 'everyone' },
    { kind: 'managed' },
    { kind: 'power', permissions: ['MANAGE_ROLES', 'KICK_MEMBERS'] },
  ] as const)('says in the language of the reader why a role is not given ($kind)', (objection) => {
    for (const by of ['rank', 'name'] as const) {
      const role = { by, name: 'The one that has the permission to lead', objection };
      const stored = `${sayRefusedRole('en', role)} Set another one with /ranks set-role.`;
      const [read = '', advice = ''] = resultIn('fr', stored).split(/(?<=\.) /);
      expect(read).toBe(sayRefusedRole('fr', role));
      expect(advice).toContain('/rangs attribuer-rôle');
    }
  });

  it('stays as it was written where this version does not know it', () => {
    expect(resultIn('de', 'the moon was full')).toBe('the moon was full');
    expect(resultIn('es-ES', 'the role of E4 could not be given: the moon was full')).toBe(
      'no se pudo asignar el rol de E4: the moon was full',
    );
  });

  it('of a nickname is the nickname, whatever it reads like', () => {
    expect(resultIn('de', 'Wolf given', 'nickname')).toBe('Wolf given');
    expect(resultIn('de', 'nothing to change', 'nickname')).toBe('nichts zu ändern');
  });
});
