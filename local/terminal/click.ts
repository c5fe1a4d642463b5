import { act } from './act.ts';
import { listMessages } from './look.ts';
import { readCommands, type Session } from './session.ts';
import { firstField, splitAtBar, splitList, unquoted } from './split-fields.ts';
import { TerminalError } from './terminal-error.ts';

/**
 * `click approve`, `click 2 approve` (a message by its number), `click approve points:5 note:well done` (fields of
 * the modal that it opens), `click review.approve:1` (a custom id).
 */
export async function click(session: Session, text: string): Promise<void> {
  const [, number, rest = ''] = /^(?:(\d+)\s+)?([\s\S]*)$/.exec(text.trim()) ?? [];
  const message = number === undefined ? undefined : await messageOf(session, Number(number));
  const { label, fields } = labelAndFields(rest);
  if (label === '') throw new TerminalError('Say which button: click approve');
  await act(session, { click: label, ...(message === undefined ? {} : { message }) }, fields);
}

/** `select <menu> = a, b`: chooses in a select menu, which is named like a button. */
export async function select(session: Session, text: string): Promise<void> {
  const [, number, menu = '', values = ''] = /^(?:(\d+)\s+)?([^=]+)=([\s\S]*)$/.exec(text.trim()) ?? [];
  if (menu.trim() === '') throw new TerminalError('Say which menu and what: select colour = red, blue');
  const message = number === undefined ? undefined : await messageOf(session, Number(number));
  await act(
    session,
    {
      click: unquoted(menu.trim()),
      values: splitList(values),
      ...(message === undefined ? {} : { message }),
    },
    '',
  );
}

/** `menu Check member @Wolf`: a command from the right click on a person. */
export async function menu(session: Session, text: string): Promise<void> {
  const menus = (await readCommands(session))
    .filter((command) => command.type === 2)
    .map((command) => command.path);
  const found = menus.find((name) => text.toLowerCase().startsWith(`${name.toLowerCase()} `));
  if (found === undefined)
    throw new TerminalError(
      `Say which menu and on whom: menu ${menus[0] ?? 'Check member'} @Wolf. There is: ${menus.join(', ') || 'none'}.`,
    );
  const [target, fields] = splitAtBar(text.slice(found.length));
  await act(session, { userMenu: found, target: unquoted(target.trim()) }, fields);
}

/** What stands before the first `name:` is the label; a word such as `review.approve:1` is a custom id. */
function labelAndFields(text: string): { label: string; fields: string } {
  const [first = ''] = text.trim().split(/\s+/);
  if (/^[\w-]+\.[\w.-]+(:|$)/.test(first)) return { label: first, fields: text.trim().slice(first.length) };
  const [, quoted, rest = ''] = /^\s*"([^"]*)"(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  if (quoted !== undefined) return { label: quoted, fields: rest };
  const field = firstField(text);
  const at = field === undefined ? text.length : text.indexOf(`${field}:`);
  return { label: unquoted(text.slice(0, at).trim()), fields: text.slice(at) };
}

/** The message of a number: in the list that was shown last, else as `messages` would number them now. */
async function messageOf(session: Session, number: number): Promise<string> {
  const listed =
    session.listed.length > 0
      ? session.listed
      : (await listMessages(session, undefined)).map((message) => message.id);
  const id = listed[number - 1];
  if (id === undefined)
    throw new TerminalError(`There is no message ${number}; "messages" numbers them from the latest.`);
  return id;
}
