import { act, send } from './act.ts';
import { readFile } from './read-file.ts';
import { readCommands, type Session } from './session.ts';
import type { CommandView, Given } from './shapes.ts';
import { firstField, splitAtBar, splitFields } from './split-fields.ts';
import { TerminalError } from './terminal-error.ts';

const TEXT = 3;
const FILE = 11;
const NUMBERS = [4, 10];
const BOOLEAN = 5;

/** `/points add member:@Wolf amount:5`; what follows ` | ` goes into the modal that it opens. */
export async function slash(session: Session, line: string): Promise<void> {
  const [text, fields] = splitAtBar(line);
  const command = findCommand(await readCommands(session), text);
  const options = optionsOf(command, text);
  await act(session, { command: command.path, options }, fields);
}

/** `complete /points undo entry:12` shows what Discord would offer for the last option. */
export async function complete(session: Session, line: string): Promise<void> {
  const command = findCommand(await readCommands(session), line);
  const options = optionsOf(command, line, { lenient: true });
  const offered = command.options
    .filter((option) => option.autocomplete === true)
    .map((option) => option.name);
  const focused = Object.keys(options).findLast((name) => offered.includes(name)) ?? offered[0];
  if (focused === undefined) throw new TerminalError(`/${command.path} completes no option.`);
  const sent = await send(session, {
    autocomplete: command.path,
    focused,
    options: { [focused]: '', ...options },
  });
  if (!sent.acknowledged)
    throw new TerminalError(`The application did not respond. ${sent.problem ?? ''}`.trim());
  const choices = sent.choices ?? [];
  if (choices.length === 0) session.show('Nothing to choose from.');
  for (const choice of choices) session.show(`  ${focused}:${choice.value}   ${choice.name}`);
}

/** The command with the longest path that the line begins with. */
function findCommand(commands: readonly CommandView[], line: string): CommandView {
  const text = line.trim().replace(/^\//, '');
  const slashes = commands.filter((command) => command.type === 1);
  const found = slashes
    .filter(({ path }) => `${text} `.toLowerCase().startsWith(`${path} `))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (found !== undefined) return found;
  const [word = ''] = text.split(' ');
  const near = slashes.filter((command) => command.path.startsWith(word.toLowerCase()));
  const list = (near.length > 0 ? near : slashes).map((command) => `/${command.path}`).join(', ');
  throw new TerminalError(
    `There is no command "/${text.split(/\s+\S+:/)[0]}". There is: ${list || 'none; are commands registered?'}`,
  );
}

function optionsOf(command: CommandView, line: string, { lenient = false } = {}): Record<string, Given> {
  const text = line.trim().replace(/^\//, '').slice(command.path.length);
  const names = command.options.map((option) => option.name);
  const { before, values } = splitFields(text, names);
  const unknown = firstField(before);
  const there =
    names.length === 0 ? 'It has no options.' : `It has: ${command.options.map(optionText).join(', ')}.`;
  if (unknown !== undefined) throw new TerminalError(`/${command.path} has no option "${unknown}". ${there}`);
  const [first] = names;
  // A lone value is meant for the first option: `/link-roblox Wolf`.
  if (before !== '' && (first === undefined || first in values))
    throw new TerminalError(`"${before}" is no option. ${there}`);
  const misnamed = misnamedOption(command, values);
  if (misnamed !== undefined)
    throw new TerminalError(`/${command.path} has no option "${misnamed}". ${there}`);
  const all = before !== '' && first !== undefined ? { [first]: before, ...values } : values;
  const missing = command.options.filter((option) => option.required === true && !(option.name in all));
  if (missing.length > 0 && !lenient) {
    throw new TerminalError(`/${command.path} needs ${missing.map(optionText).join(' and ')}. ${there}`);
  }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, typed(command, name, value)]));
}

/**
 * A `word:` inside a value that cannot hold one: the name of a person or a number. Text may hold it, so there it
 * is no mistake.
 */
function misnamedOption(command: CommandView, values: Readonly<Record<string, string>>): string | undefined {
  for (const option of command.options) {
    const value = values[option.name];
    const unknown = value === undefined || option.type === TEXT ? undefined : firstField(value);
    if (unknown !== undefined && option.type !== FILE) return unknown;
  }
  return undefined;
}

function typed(command: CommandView, name: string, value: string): Given {
  const type = command.options.find((option) => option.name === name)?.type ?? TEXT;
  if (type === FILE) return readFile(value);
  if (NUMBERS.includes(type) && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (type === BOOLEAN && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return value;
}

export function optionText(option: CommandView['options'][number]): string {
  const choices = (option.choices ?? []).map((choice) => choice.name).join('|');
  return `${option.name}${option.required === true ? '' : '?'}${choices === '' ? '' : ` (${choices})`}`;
}
