import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import { badLength, type FormProblem, required } from './form-errors.ts';

type Path = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;

const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MOST_CHARACTERS = 8000;

/** Discord's rules for commands: names, descriptions, options, choices, counts. Source: its page on application commands. */
export function commandProblems(commands: readonly Json[]): FormProblem[] {
  const problems: FormProblem[] = [];
  const seen = new Set<string>();
  for (const type of [1, 2, 3]) {
    const most = type === 1 ? 100 : 15;
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
    else problems.push(...menuProblems(command, [index]));
  }
  return problems;
}

function menuProblems(command: Json, path: Path): FormProblem[] {
  const problems: FormProblem[] = [];
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
  const name = textOf(thing['name']);
  if (CHAT_INPUT_NAME.test(name) && name === name.toLowerCase()) return [];
  return [
    { path: [...path, 'name'], code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' },
  ];
}

function descriptionProblems(thing: Json, path: Path): FormProblem[] {
  if (thing['description'] === undefined) return [required([...path, 'description'])];
  const description = textOf(thing['description']);
  return description.length < 1 || description.length > 100
    ? [badLength([...path, 'description'], 1, 100)]
    : [];
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
      ...descriptionProblems(option, at),
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
    for (const key of ['name', 'value'] as const) {
      const text = choice[key];
      if (typeof text === 'string' && (text.length < 1 || text.length > 100))
        problems.push(badLength([...path, 'choices', index, key], 1, 100));
    }
  }
  return problems;
}

/** Names, descriptions and values of a command and its options, which together have a limit. */
function charactersOf(thing: Json): number {
  const own =
    textOf(thing['name']).length + textOf(thing['description']).length + textOf(thing['value']).length;
  const inside = [...listOf(thing['options']), ...listOf(thing['choices'])];
  return inside.reduce((sum: number, child) => sum + (isRecord(child) ? charactersOf(child) : 0), own);
}
