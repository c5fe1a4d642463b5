import { isRecord } from '../emulator/plain.ts';
import type { RegisteredCommand } from './state.ts';

type Json = Readonly<Record<string, unknown>>;

/** A command as most routes answer it, with its localizations by locale. */
export function commandJson(command: RegisteredCommand): Record<string, unknown> {
  return {
    id: command.id,
    application_id: command.applicationId,
    ...(command.guildId === null ? {} : { guild_id: command.guildId }),
    version: command.version,
    type: 1,
    description: '',
    nsfw: false,
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    name_localizations: null,
    description_localizations: null,
    ...withPlainFileTypes(command.definition),
    default_member_permissions: permissionsText(command.definition['default_member_permissions']),
  };
}

/**
 * A command as the lists show it unless `with_localizations` is asked for: only the texts of one locale, as
 * `name_localized` and `description_localized`, where the command has them.
 */
export function listedCommandJson(command: RegisteredCommand, locale: string): Record<string, unknown> {
  return localized(commandJson(command), locale);
}

function localized(thing: Json, locale: string): Record<string, unknown> {
  const { name_localizations: names, description_localizations: descriptions, ...own } = thing;
  const name = isRecord(names) ? names[locale] : undefined;
  const description = isRecord(descriptions) ? descriptions[locale] : undefined;
  const inside = (key: 'options' | 'choices') => {
    const list = own[key];
    if (!Array.isArray(list)) return {};
    return { [key]: list.map((entry) => (isRecord(entry) ? localized(entry, locale) : entry)) };
  };
  return {
    ...own,
    ...inside('options'),
    ...inside('choices'),
    ...(name === undefined ? {} : { name_localized: name }),
    ...(description === undefined ? {} : { description_localized: description }),
  };
}

/** Extensions in `file_types` are kept in lower case. */
function withPlainFileTypes(thing: Json): Json {
  const { file_types: fileTypes, options } = thing;
  return {
    ...thing,
    ...(Array.isArray(fileTypes) ? { file_types: fileTypes.map((type) => `${type}`.toLowerCase()) } : {}),
    ...(Array.isArray(options)
      ? { options: options.map((option) => (isRecord(option) ? withPlainFileTypes(option) : option)) }
      : {}),
  };
}

function permissionsText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : null;
}
