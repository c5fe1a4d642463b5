import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import { fileTypeProblems } from './file-types.ts';
import { badLength, type FormProblem, required } from './form-errors.ts';
import {
  INVALID_NAME,
  isChatInputName,
  localeProblems,
  localizedNameProblems,
  localizedTextProblems,
  longest,
  sameLocalizedNames,
} from './localization-limits.ts';

type Path = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;

const MOST_CHARACTERS = 8000;
/** Slash commands, user menus, message menus. */
const MOST_OF_TYPE = [
  [1, 100],
  [2, 15],
  [3, 15],
] as const;

/**
 * Discord's rules for commands: names, descriptions, options, choices, localizations, counts. Source: its page on
 * application commands.
 */
export function commandProblems(commands: readonly Json[], scope: 'guild' | 'global'): FormProblem[] {
  const problems: FormProblem[] = [];
  const seen = new Set<string>();
  for (const [type, most] of MOST_OF_TYPE) {
    if (commands.filter((command) => (command['type'] ?? 1) === type).length > most) {
      problems.push({
        path: [],
        code: 'APPLICATION_COMMANDS_TOO_MANY',
        message: `At most ${most} commands of type ${type}`,
      });
    }
  }
  for (const [index, command] of commands.entries()) {
    const type = command['type'] ?? 1;
    const name = textOf(command['name']);
    if (seen.has(`${type}:${name}`)) {
      problems.push({
        path: [index, 'name'],
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      });
    }
    seen.add(`${type}:${name}`);
    if (type === 1) problems.push(...chatInputProblems(command, [index]));
    else if (type === 4) problems.push(entryPointProblem([index], scope));
    else problems.push(...menuProblems(command, [index]));
  }
  return problems;
}

/** An application without an Activity, as every one here, has no entry point; a guild never has one. */
function entryPointProblem(path: Path, scope: 'guild' | 'global'): FormProblem {
  return {
    path: [...path, 'type'],
    code: 'APPLICATION_COMMAND_TYPE_INVALID',
    message:
      scope === 'guild'
        ? 'A guild cannot have a command of type PRIMARY_ENTRY_POINT'
        : 'Only an application with the EMBEDDED flag can have a command of type PRIMARY_ENTRY_POINT',
  };
}

function menuProblems(command: Json, path: Path): FormProblem[] {
  const problems = [...localeProblems(command, path), ...localizedTextProblems(command, path, 32)];
  const name = textOf(command['name']);
  if (name.length < 1 || name.length > 32) problems.push(badLength([...path, 'name'], 1, 32));
  if (textOf(command['description']) !== '') {
    problems.push({
      path: [...path, 'description'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED',
      message: 'Context menu commands cannot have description',
    });
  }
  if (listOf(command['options']).length > 0) {
    problems.push({
      path: [...path, 'options'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED',
      message: 'Context menu commands cannot have options',
    });
  }
  return problems;
}

function chatInputProblems(command: Json, path: Path): FormProblem[] {
  const problems = [
    ...nameProblems(command, path),
    ...descriptionProblems(command, path),
    // Discord says of a command only that one of its localized names is wrong, of an option also which.
    ...localizedNameProblems(command).map((problem) => ({
      ...problem,
      path: [...path, 'name_localizations'],
    })),
    ...optionsProblems(command, path),
  ];
  if (charactersOf(command) > MOST_CHARACTERS) {
    problems.push({
      path,
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${MOST_CHARACTERS})`,
    });
  }
  return problems;
}

function nameProblems(thing: Json, path: Path): FormProblem[] {
  return isChatInputName(textOf(thing['name'])) ? [] : [{ ...INVALID_NAME, path: [...path, 'name'] }];
}

function descriptionProblems(thing: Json, path: Path): FormProblem[] {
  if (thing['description'] === undefined) return [required([...path, 'description'])];
  const description = textOf(thing['description']);
  return [
    ...localeProblems(thing, path),
    ...localizedTextProblems(thing, path, undefined),
    ...(description.length < 1 || description.length > 100
      ? [badLength([...path, 'description'], 1, 100)]
      : []),
  ];
}

function optionsProblems(thing: Json, path: Path): FormProblem[] {
  const options = listOf(thing['options']);
  const problems: FormProblem[] = [];
  if (options.length > 25) problems.push(badLength([...path, 'options'], 0, 25));
  const names = new Set<string>();
  let optionalSeen = false;
  for (const [index, option] of options.entries()) {
    if (!isRecord(option)) continue;
    const at = [...path, 'options', index];
    problems.push(
      ...nameProblems(option, at),
      ...localizedNameProblems(option).map(({ locale, ...problem }) => ({
        ...problem,
        path: [...at, 'name_localizations', locale],
      })),
      ...descriptionProblems(option, at),
      ...optionRangeProblems(option, at),
      ...optionsProblems(option, at),
      ...choiceProblems(option, at),
    );
    const name = textOf(option['name']);
    if (names.has(name))
      problems.push({
        path: [...at, 'name'],
        code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        message: 'Option name already exists',
      });
    names.add(name);
    const isSubcommand = option['type'] === 1 || option['type'] === 2;
    if (isSubcommand) continue;
    if (option['required'] !== true) optionalSeen = true;
    else if (optionalSeen) {
      problems.push({
        path: at,
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message: 'Required options must be placed before non-required options',
      });
    }
  }
  problems.push(...sameLocalizedNames(options.filter(isRecord), [...path, 'options']));
  const kinds = new Set(
    options.map((option) => isRecord(option) && (option['type'] === 1 || option['type'] === 2)),
  );
  if (kinds.size > 1)
    problems.push({
      path: [...path, 'options'],
      code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
    });
  return problems;
}

function choiceProblems(option: Json, path: Path): FormProblem[] {
  const choices = listOf(option['choices']);
  const problems: FormProblem[] = [];
  if (choices.length > 25) problems.push(badLength([...path, 'choices'], 0, 25));
  if (choices.length > 0 && option['autocomplete'] === true) {
    problems.push({
      path,
      code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      message: 'Choices and autocomplete exclude each other',
    });
  }
  for (const [index, choice] of choices.entries()) {
    if (!isRecord(choice)) continue;
    const at = [...path, 'choices', index];
    problems.push(...localeProblems(choice, at), ...localizedTextProblems(choice, at, 100));
    for (const key of ['name', 'value'] as const) {
      const text = choice[key];
      if (typeof text === 'string' && (text.length < 1 || text.length > 100))
        problems.push(badLength([...at, key], 1, 100));
    }
  }
  return problems;
}

/** Bounds that contradict each other, and filters on a file's name. */
function optionRangeProblems(option: Json, path: Path): FormProblem[] {
  const problems: FormProblem[] = [];
  for (const [least, most] of [
    ['min_value', 'max_value'],
    ['min_length', 'max_length'],
  ] as const) {
    const [from, to] = [option[least], option[most]];
    if (typeof from === 'number' && typeof to === 'number' && from > to) {
      problems.push({
        path: [...path, most],
        code: 'NUMBER_TYPE_MIN',
        message: `int value should be greater than or equal to ${from}.`,
      });
    }
  }
  if (option['file_types'] !== undefined && option['type'] !== 11) {
    problems.push({
      path: [...path, 'file_types'],
      code: 'APPLICATION_COMMAND_OPTIONS_FILE_TYPES_INVALID',
      message: 'Only an option of type ATTACHMENT filters file types',
    });
  }
  return [...problems, ...fileTypeProblems(option['file_types'], [...path, 'file_types'])];
}

/**
 * Names, descriptions and values of a command and its options, which together have a limit. Of a text with
 * localizations the longest counts, the default included.
 */
function charactersOf(thing: Json): number {
  const own = longest(thing, 'name') + longest(thing, 'description') + textOf(thing['value']).length;
  const inside = [...listOf(thing['options']), ...listOf(thing['choices'])];
  return inside.reduce((sum: number, child) => sum + (isRecord(child) ? charactersOf(child) : 0), own);
}
