import { catalogue } from '../languages/catalogue.ts';
import { valuesOf } from '../languages/values-of.ts';
import { permissionNames } from './permission-names.ts';
import { type Objection, REFUSED_PERMISSIONS } from './powers.ts';

/** What keeps the bot from giving a role. The first three are the rest of a sentence whose subject is the role. */
const powerTexts = catalogue({
  en: {
    everyone: 'is everybody’s',
    managed: 'belongs to a bot or an integration, which alone can give it',
    carries: (names: readonly string[]) => `has the permission ${names.join(', ')}`,
    ofRank: (rank: string, objection: string) => `the role of ${rank} ${objection}, so it is not handed out.`,
    named: (name: string, objection: string) =>
      `the role named ${name} ${objection}, so it is not handed out.`,
  },
  de: {
    everyone: 'haben alle',
    managed: 'gehört einem Bot oder einer Integration, und nur die können sie geben',
    carries: (names) =>
      names.length === 1
        ? `hat die Berechtigung ${names.join()}`
        : `hat die Berechtigungen ${names.join(', ')}`,
    ofRank: (rank, objection) => `Die Rolle von ${rank} ${objection}, deshalb wird sie nicht vergeben.`,
    named: (name, objection) => `Die Rolle namens ${name} ${objection}, deshalb wird sie nicht vergeben.`,
  },
  'es-ES': {
    everyone: 'lo tiene todo el mundo',
    managed: 'pertenece a un bot o a una integración, y nadie más puede darlo',
    carries: (names) =>
      names.length === 1 ? `tiene el permiso ${names.join()}` : `tiene los permisos ${names.join(', ')}`,
    ofRank: (rank, objection) => `el rol de ${rank} ${objection}, así que no se reparte.`,
    named: (name, objection) => `el rol llamado ${name} ${objection}, así que no se reparte.`,
  },
  fr: {
    everyone: 'est celui de tout le monde',
    managed: 'appartient à un bot ou à une intégration, et personne d’autre ne peut le donner',
    carries: (names) =>
      names.length === 1 ? `a la permission ${names.join()}` : `a les permissions ${names.join(', ')}`,
    ofRank: (rank, objection) => `le rôle de ${rank} ${objection}, il n’est donc pas distribué.`,
    named: (name, objection) => `le rôle nommé ${name} ${objection}, il n’est donc pas distribué.`,
  },
  'pt-BR': {
    everyone: 'é o de todo mundo',
    managed: 'pertence a um bot ou a uma integração, e mais ninguém pode dá-lo',
    carries: (names) =>
      names.length === 1 ? `tem a permissão ${names.join()}` : `tem as permissões ${names.join(', ')}`,
    ofRank: (rank, objection) => `o cargo de ${rank} ${objection}, por isso não é distribuído.`,
    named: (name, objection) => `o cargo chamado ${name} ${objection}, por isso não é distribuído.`,
  },
});

/** Why the bot gives this role to nobody, as the rest of a sentence about the role. */
export function sayObjection(locale: string | undefined, objection: Objection): string {
  const texts = powerTexts(locale);
  if (objection.kind !== 'power') return texts[objection.kind];
  const names = permissionNames(locale);
  return texts.carries(objection.permissions.map((permission) => names[permission]));
}

/** A role that the bot would give for a rank, or takes by its name, and may not give. Names are plain text. */
export interface RefusedRole {
  readonly by: 'rank' | 'name';
  readonly name: string;
  readonly objection: Objection;
}

/** The same as a clause that follows a colon and ends with a full stop. Plain text. */
export function sayRefusedRole(locale: string | undefined, { by, name, objection }: RefusedRole): string {
  const texts = powerTexts(locale);
  const why = sayObjection(locale, objection);
  return by === 'rank' ? texts.ofRank(name, why) : texts.named(name, why);
}

const carries = (names: string) => powerTexts.all.en.carries([names]);

/** The objection of which this is the English text; undefined: it is none. */
export function objectionIn(english: string): Objection | undefined {
  const texts = powerTexts.all.en;
  if (english === texts.everyone) return { kind: 'everyone' };
  if (english === texts.managed) return { kind: 'managed' };
  const names = valuesOf(english, carries)?.[0]?.split(', ') ?? [];
  const permissions = REFUSED_PERMISSIONS.filter((one) => names.includes(permissionNames.all.en[one]));
  return names.length > 0 && permissions.length === names.length ? { kind: 'power', permissions } : undefined;
}

/** The same of a role that is refused. */
export function refusedRoleIn(english: string): RefusedRole | undefined {
  const texts = powerTexts.all.en;
  for (const [by, say] of [
    ['rank', texts.ofRank],
    ['name', texts.named],
  ] as const) {
    // The name may hold whatever an objection begins with: the longest that leaves one is the name.
    const [name = '', rest = ''] = valuesOf(english, say) ?? [];
    const words = `${name} ${rest}`.split(' ');
    for (let end = words.length - 1; end > 0; end -= 1) {
      const objection = objectionIn(words.slice(end).join(' '));
      if (objection !== undefined) return { by, name: words.slice(0, end).join(' '), objection };
    }
  }
  return undefined;
}
