import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import type { UploadedFile } from './attachments.ts';
import { storeAttachment } from './attachments.ts';
import { requireFileType } from './file-types.ts';
import { findGuildChannel, findGuildMember, findGuildRole } from './find-in-guild.ts';
import { type GivenValue, ImpossibleActionError } from './interaction-request.ts';
import { Resolved, type ResolvedIn } from './resolved.ts';
import type { MemberState, RegisteredCommand } from './state.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where a command is used, and by whom. */
export interface ActionContext extends ResolvedIn {
  readonly member: MemberState;
  readonly unchecked: boolean;
}

/** Every command of a clan's guild as a member types it: `points add`, `xp`; menus by their name. */
export function commandPaths(
  commands: readonly RegisteredCommand[],
): { path: string; type: number; definition: Json; leaf: Json }[] {
  return commands.flatMap(({ definition }) => {
    const type = Number(definition['type'] ?? 1);
    const walk = (
      node: Json,
      path: string,
    ): { path: string; type: number; definition: Json; leaf: Json }[] => {
      const inner = listOf(node['options']).filter(
        (option) => isRecord(option) && (option['type'] === 1 || option['type'] === 2),
      );
      if (inner.length === 0) return [{ path, type, definition, leaf: node }];
      return inner.flatMap((option) =>
        isRecord(option) ? walk(option, `${path} ${textOf(option['name'])}`) : [],
      );
    };
    return walk(definition, textOf(definition['name']));
  });
}

/** `data` of a slash command or of its autocomplete. Throws `ImpossibleActionError` for what Discord's client would refuse. */
export function commandData(
  scene: ActionContext,
  commands: readonly RegisteredCommand[],
  path: string,
  given: Readonly<Record<string, GivenValue>>,
  focused: string | undefined,
): Json {
  const slash = commandPaths(commands).filter((entry) => entry.type === 1);
  const found = slash.find((entry) => entry.path === path.trim().replace(/^\//, ''));
  if (found === undefined) {
    throw new ImpossibleActionError(
      `There is no command "/${path}". Registered here: ${slash.map((entry) => `/${entry.path}`).join(', ') || 'none'}.`,
    );
  }
  const resolved = new Resolved(scene);
  const definitions = listOf(found.leaf['options']).filter(isRecord);
  requireKnown(found.path, definitions, given);
  const options = definitions.flatMap((definition) => {
    const name = textOf(definition['name']);
    const value = given[name];
    if (value === undefined) {
      if (definition['required'] === true && focused === undefined && !scene.unchecked) {
        throw new ImpossibleActionError(
          `/${found.path} needs the option "${name}" (${textOf(definition['description'])}).`,
        );
      }
      return [];
    }
    const isFocused = name === focused;
    const type = Number(definition['type']);
    const converted = isFocused ? String(value) : convert(scene, resolved, definition, value);
    return [{ name, type, value: converted, ...(isFocused ? { focused: true } : {}) }];
  });
  return dataOf(commands, found, options, resolved);
}

/** `data` of a user menu. */
export function userMenuData(
  scene: ActionContext,
  commands: readonly RegisteredCommand[],
  name: string,
  target: string,
): Json {
  const menus = commandPaths(commands).filter((entry) => entry.type === 2);
  const found = menus.find((entry) => entry.path === name);
  if (found === undefined) {
    throw new ImpossibleActionError(
      `There is no user menu "${name}". Registered here: ${menus.map((entry) => entry.path).join(', ') || 'none'}.`,
    );
  }
  const resolved = new Resolved(scene);
  const targetId = resolved.member(findGuildMember(scene.world, scene.guild, target));
  return { ...dataOf(commands, found, [], resolved), target_id: targetId };
}

function dataOf(
  commands: readonly RegisteredCommand[],
  found: { path: string; type: number; definition: Json },
  options: readonly Json[],
  resolved: Resolved,
): Json {
  const registered = commands.find((command) => command.definition === found.definition);
  const steps = found.type === 1 ? found.path.split(' ').slice(1) : [];
  const nested = steps.reduceRight<readonly Json[]>(
    (inside, step, index) => [
      { name: step, type: index === 0 && steps.length === 2 ? 2 : 1, options: inside },
    ],
    options,
  );
  const json = resolved.json();
  return {
    id: registered?.id ?? '0',
    name: textOf(found.definition['name']),
    type: found.type,
    ...(registered?.guildId === null || registered === undefined ? {} : { guild_id: registered.guildId }),
    ...(nested.length === 0 ? {} : { options: nested }),
    ...(json === undefined ? {} : { resolved: json }),
  };
}

function requireKnown(
  path: string,
  definitions: readonly Json[],
  given: Readonly<Record<string, GivenValue>>,
): void {
  const names = definitions.map((definition) => textOf(definition['name']));
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  const there = names.length === 0 ? 'It has no options.' : `It has: ${names.join(', ')}.`;
  throw new ImpossibleActionError(`/${path} has no option "${unknown.join('", "')}". ${there}`);
}

function convert(
  scene: ActionContext,
  resolved: Resolved,
  definition: Json,
  value: GivenValue,
): string | number | boolean {
  const { world, guild, member } = scene;
  const name = textOf(definition['name']);
  const type = Number(definition['type']);
  if (type === 11) {
    const file = fileOf(name, value);
    if (!scene.unchecked) requireFileType(file.name, definition['file_types'], name);
    return resolved.attachment(storeAttachment(world, scene.channel.id, file, true));
  }
  if (typeof value === 'object') throw new ImpossibleActionError(`The option "${name}" takes no file.`);
  if (type === 6) return resolved.member(findGuildMember(world, guild, String(value)));
  if (type === 7) return resolved.channel(findGuildChannel(world, guild, String(value)), member);
  if (type === 8) return resolved.role(findGuildRole(guild, String(value)));
  if (type === 9) return mentionable(scene, resolved, String(value));
  if (type === 5) return booleanOf(name, value);
  if (type === 4 || type === 10) return numberOf(scene, definition, type, value);
  return stringOf(scene, definition, String(value));
}

function fileOf(name: string, value: GivenValue): UploadedFile {
  if (typeof value === 'object') return value;
  throw new ImpossibleActionError(`The option "${name}" takes a file.`);
}

/** A person, or else a role. */
export function mentionable(scene: ActionContext, resolved: Resolved, value: string): string {
  try {
    return resolved.member(findGuildMember(scene.world, scene.guild, value));
  } catch (error) {
    if (!(error instanceof ImpossibleActionError)) throw error;
    return resolved.role(findGuildRole(scene.guild, value));
  }
}

function booleanOf(name: string, value: string | number | boolean): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new ImpossibleActionError(`The option "${name}" is true or false, not "${value}".`);
}

function numberOf(
  scene: ActionContext,
  definition: Json,
  type: number,
  value: string | number | boolean,
): number {
  const name = textOf(definition['name']);
  const number = Number(scene.unchecked ? value : (choiceOf(definition, `${value}`) ?? value));
  if (!Number.isFinite(number) || value === '' || (type === 4 && !Number.isInteger(number))) {
    throw new ImpossibleActionError(
      `The option "${name}" takes a ${type === 4 ? 'whole number' : 'number'}, not "${value}".`,
    );
  }
  const least = definition['min_value'];
  const most = definition['max_value'];
  const outside =
    (typeof least === 'number' && number < least) || (typeof most === 'number' && number > most);
  if (outside && !scene.unchecked)
    throw new ImpossibleActionError(`The option "${name}" goes from ${least ?? 'any'} to ${most ?? 'any'}.`);
  return number;
}

function stringOf(scene: ActionContext, definition: Json, value: string): string {
  if (scene.unchecked) return value;
  const name = textOf(definition['name']);
  const choice = choiceOf(definition, value);
  if (choice !== undefined) return `${choice}`;
  const least = Number(definition['min_length'] ?? 0);
  const most = Number(definition['max_length'] ?? 6000);
  if (value.length < least || value.length > most)
    throw new ImpossibleActionError(`The option "${name}" has ${least} to ${most} letters.`);
  return value;
}

/**
 * The value of the choice that is meant: by value, or by its label in any language. Undefined for an option without
 * choices. Throws `ImpossibleActionError` for anything else.
 */
function choiceOf(definition: Json, given: string): string | number | undefined {
  const choices = listOf(definition['choices']).filter(isRecord);
  if (choices.length === 0) return undefined;
  const labels = (choice: Json) => [
    choice['name'],
    ...Object.values(isRecord(choice['name_localizations']) ? choice['name_localizations'] : {}),
  ];
  const chosen =
    choices.find((choice) => `${choice['value']}` === given) ??
    choices.find((choice) =>
      labels(choice).some((label) => textOf(label).toLowerCase() === given.toLowerCase()),
    );
  const value = chosen?.['value'];
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new ImpossibleActionError(
    `The option "${textOf(definition['name'])}" is one of: ${choices.map((choice) => textOf(choice['name'])).join(', ')}.`,
  );
}
