import { readFile } from './read-file.ts';
import type { Session } from './session.ts';
import type { Given, ModalInputView } from './shapes.ts';
import { splitFields, splitList, unquoted } from './split-fields.ts';
import { TerminalError } from './terminal-error.ts';

type Filled = Record<string, Given | readonly Given[]>;

const TEXT = 4;
const FILE = 19;
const CHECKBOX = 23;
const GIVE_UP = '/cancel';

/**
 * Fills in a modal: with `name:value` pairs where there are any (names are custom ids or labels), else by asking
 * for one input after the other. Undefined when the person closed it. Throws `TerminalError` for a wrong name.
 */
export async function fillModal(
  session: Session,
  title: string,
  inputs: readonly ModalInputView[],
  fields: string,
): Promise<Filled | undefined> {
  if (fields.trim() !== '') return givenFields(inputs, fields);
  session.show(`== ${title} == (${GIVE_UP} closes it)`);
  const filled: Filled = {};
  for (const input of inputs) {
    for (;;) {
      const answer = await session.ask(`${questionOf(input)}: `);
      if (answer === undefined && Object.keys(filled).length === 0)
        throw new TerminalError(howToGive(title, inputs));
      if (answer === undefined || answer.trim() === GIVE_UP) return undefined;
      if (answer.trim() === '' && input.required) {
        session.show('This one must be filled in.');
        continue;
      }
      try {
        if (answer.trim() !== '') filled[input.customId] = valueOfInput(input, answer.trim());
        break;
      } catch (error) {
        if (!(error instanceof TerminalError)) throw error;
        session.show(error.message);
      }
    }
  }
  return filled;
}

/** Nobody is there to be asked. */
function howToGive(title: string, inputs: readonly ModalInputView[]): string {
  const names = inputs.map((input) => `${input.customId}${input.required ? '' : '?'}`).join(', ');
  return `"${title}" opened and asks for: ${names}. Give them in the same line, as "name:value": after a button's label, or after " | " behind a command.`;
}

function givenFields(inputs: readonly ModalInputView[], fields: string): Filled {
  const names = inputs.flatMap((input) => [input.customId, input.label]);
  const { before, values } = splitFields(fields, names);
  if (before !== '') {
    throw new TerminalError(
      `The modal has no field "${before}". It has: ${inputs.map((input) => input.customId).join(', ')}.`,
    );
  }
  const filled: Filled = {};
  for (const [name, value] of Object.entries(values)) {
    const input = inputs.find((entry) => entry.customId === name || entry.label === name);
    if (input !== undefined) filled[input.customId] = valueOfInput(input, value);
  }
  return filled;
}

function questionOf(input: ModalInputView): string {
  const notes = [
    input.description,
    input.type === FILE ? 'path of a file' : '',
    input.options.map((option) => option.label).join(' | '),
    input.maxValues > 1 && input.type !== TEXT ? `up to ${input.maxValues}, with commas` : '',
    input.required ? '' : 'optional',
  ].filter((note) => note !== '');
  return `  ${input.label}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}

function valueOfInput(input: ModalInputView, text: string): Given | readonly Given[] {
  if (input.type === TEXT) return unquoted(text);
  if (input.type === CHECKBOX) return /^(true|yes|on|1)$/i.test(text);
  const parts = splitList(text);
  return input.type === FILE ? parts.map(readFile) : parts;
}
