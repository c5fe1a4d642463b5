import type { Catalogue } from './catalogue.ts';

/** What a command, a subcommand, a group or an option is called and says of itself in Discord's list of commands. */
export interface Registered {
  /** Lower case, without spaces, 32 characters at most. The English one is the name of the route or the option. */
  readonly name: string;
  /** 100 characters at most. */
  readonly description: string;
}

type Localizations = { readonly [L in 'de' | 'es-ES' | 'es-419' | 'fr' | 'pt-BR']: string };
interface NamedBuilder {
  setName(name: string): unknown;
  setNameLocalizations(names: Localizations): unknown;
}
interface DescribedBuilder extends NamedBuilder {
  setDescription(description: string): unknown;
  setDescriptionLocalizations(descriptions: Localizations): unknown;
}

/** The builder with the name and description that `pick` chooses, in every language. */
export function described<T, B extends DescribedBuilder>(
  builder: B,
  texts: Catalogue<T>,
  pick: (texts: T) => Registered,
): B {
  builder.setDescription(pick(texts.all.en).description);
  builder.setDescriptionLocalizations(localizations(texts, (each) => pick(each).description));
  return named(builder, texts, (each) => pick(each).name);
}

/** The same for a user menu, which has a name only. */
export function named<T, B extends NamedBuilder>(
  builder: B,
  texts: Catalogue<T>,
  pick: (texts: T) => string,
): B {
  builder.setName(pick(texts.all.en));
  builder.setNameLocalizations(localizations(texts, pick));
  return builder;
}

/** One choice of an option, called what `pick` chooses in every language (100 characters at most). */
export function choice<T, V extends string | number>(
  value: V,
  texts: Catalogue<T>,
  pick: (texts: T) => string,
): { name: string; name_localizations: Localizations; value: V } {
  return { name: pick(texts.all.en), name_localizations: localizations(texts, pick), value };
}

/** By Discord's locales. It shows the English text to those who have another one, so English is none of them. */
function localizations<T>({ all }: Catalogue<T>, pick: (texts: T) => string): Localizations {
  return {
    de: pick(all.de),
    'es-ES': pick(all['es-ES']),
    'es-419': pick(all['es-ES']),
    fr: pick(all.fr),
    'pt-BR': pick(all['pt-BR']),
  };
}
