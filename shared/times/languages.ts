import { french } from './french.ts';
import { german } from './german.ts';
import type { Language } from './language.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

const LANGUAGES: Readonly<Record<string, Language>> = {
  de: german,
  es: spanish,
  fr: french,
  pt: portuguese,
};

/** The words of a locale's language (`de`, `es-419`), where they are known; English is read in every locale. */
export function languageOf(locale: string): Language | undefined {
  const name = locale.split('-')[0]?.toLowerCase() ?? '';
  return Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
}
