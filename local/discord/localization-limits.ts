import { isRecord, textOf } from '../emulator/plain.ts';
import { badLength, type FormProblem } from './form-errors.ts';

type Path = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;

/** Discord's locales: its reference's table, and two that only its OpenAPI file has (ar, he). */
const LOCALES = new Set(
  'ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW'.split(
    ' ',
  ),
);
const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export const INVALID_NAME = {
  code: 'APPLICATION_COMMAND_INVALID_NAME',
  message: 'Command name is invalid',
} as const;

/** Names of slash commands and of options: 1 to 32 letters, in lower case where the letters have one. */
export function isChatInputName(name: string): boolean {
  return CHAT_INPUT_NAME.test(name) && name === name.toLowerCase();
}

function localizations(thing: Json, field: 'name' | 'description'): [string, string][] {
  const texts = thing[`${field}_localizations`];
  return isRecord(texts) ? Object.entries(texts).map(([locale, text]) => [locale, textOf(text)]) : [];
}

/** Locales that Discord does not have. */
export function localeProblems(thing: Json, path: Path): FormProblem[] {
  return (['name', 'description'] as const).flatMap((field) =>
    localizations(thing, field)
      .filter(([locale]) => !LOCALES.has(locale))
      .map(([locale]) => ({
        path: [...path, `${field}_localizations`, locale],
        code: 'BASE_TYPE_CHOICES',
        message: `"${locale}" is not one of Discord's locales.`,
      })),
  );
}

/** Localized descriptions of 1 to 100 letters; names of up to `mostOfName` where they may be any text. */
export function localizedTextProblems(
  thing: Json,
  path: Path,
  mostOfName: number | undefined,
): FormProblem[] {
  const limits = [['description', 100] as const, ['name', mostOfName] as const];
  return limits.flatMap(([field, most]) =>
    localizations(thing, field)
      .filter(([, text]) => most !== undefined && (text.length < 1 || text.length > most))
      .map(([locale]) => badLength([...path, `${field}_localizations`, locale], 1, most ?? 0)),
  );
}

/** Localized names that a slash command or an option may not have. */
export function localizedNameProblems(thing: Json): { code: string; message: string; locale: string }[] {
  return localizations(thing, 'name')
    .filter(([, name]) => !isChatInputName(name))
    .map(([locale]) => ({ ...INVALID_NAME, locale }));
}

/**
 * A localized option name must differ from every other option's default name and from the others in its locale.
 * Source: the page on application commands, "Localization".
 */
export function sameLocalizedNames(options: readonly Json[], path: Path): FormProblem[] {
  return options.flatMap((option, index) =>
    localizations(option, 'name')
      .filter(([locale, name]) =>
        options.some(
          (other, position) =>
            position !== index &&
            (other['name'] === name ||
              localizations(other, 'name').some(([at, text]) => at === locale && text === name)),
        ),
      )
      .map(([locale]) => ({
        path: [...path, index, 'name_localizations', locale],
        code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        message: 'Option name already exists',
      })),
  );
}

/** The length of a field's longest text, the default and every locale's included. */
export function longest(thing: Json, field: 'name' | 'description'): number {
  return localizations(thing, field).reduce(
    (most, [, text]) => Math.max(most, text.length),
    textOf(thing[field]).length,
  );
}
