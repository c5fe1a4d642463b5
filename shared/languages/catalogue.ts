import { type Language, languageOf } from './language.ts';

/** A text in all languages: it is read in the one of a locale. */
export type Text = (locale: string | undefined) => string;

/** Texts in all languages: `texts(locale)` has those in the language of the locale. */
export interface Catalogue<T> {
  (locale: string | undefined): T;
  readonly all: Readonly<Record<Language, T>>;
}

/**
 * Makes texts of their five languages. The English ones say which there are: a language where one is missing, is extra
 * or has other parameters does not compile.
 */
export function catalogue<T extends object>(
  all: { readonly en: T } & { readonly [L in Exclude<Language, 'en'>]: NoInfer<T> },
): Catalogue<T> {
  const byLocale = (locale: string | undefined) => all[languageOf(locale)];
  return Object.assign(byLocale, { all });
}
