/** The languages that a clan can choose, each by its own name; the value is Discord's locale. */
export const CHOSEN_LANGUAGES = [
  { name: 'English (US)', value: 'en-US' },
  { name: 'English (UK)', value: 'en-GB' },
  { name: 'Deutsch', value: 'de' },
  { name: 'Español (España)', value: 'es-ES' },
  { name: 'Español (Latinoamérica)', value: 'es-419' },
  { name: 'Français', value: 'fr' },
  { name: 'Português (Brasil)', value: 'pt-BR' },
] as const;
