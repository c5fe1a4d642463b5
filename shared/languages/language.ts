/** The languages that the bot speaks, by their names in Discord. English first: what has no other is read in it. */
export const LANGUAGES = ['en', 'de', 'es-ES', 'fr', 'pt-BR'] as const;
export type Language = (typeof LANGUAGES)[number];

const BY_FIRST_PART: Readonly<Record<string, Language>> = { de: 'de', es: 'es-ES', fr: 'fr', pt: 'pt-BR' };

/**
 * The language for a locale: of a member's Discord (`es-419`), or of a clan's settings (`de-AT`). Only its first part
 * counts; English where there is none, or one that the bot does not speak.
 */
export function languageOf(locale: string | undefined): Language {
  const first = locale?.split('-', 1)[0]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_FIRST_PART, first) ? (BY_FIRST_PART[first] ?? 'en') : 'en';
}
