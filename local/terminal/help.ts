import { FAULT_USAGE } from './fault.ts';
import { PAGE_USAGE } from './page.ts';
import { ROBLOX_USAGE } from './roblox.ts';
import { readCommands, type Session } from './session.ts';
import { optionText } from './slash.ts';

const LINES = [
  '/<command> [option:value ...]   a slash command; people as @Wolf, channels as #events, files by path,',
  '                                choices by their label; "in quotes" a value may hold anything',
  '/<command> ... | field:value    the same, with the fields of the modal that it opens',
  'click [number] <button> [field:value ...]   by label or custom id, on the latest message that has it: here,',
  '                                else anywhere; numbers are those of the last "messages"',
  'select [number] <menu> = a, b   a select menu',
  'menu <name> @Wolf               a command from the right click on a person',
  'complete /<command> option:te   what Discord offers while an option is typed',
  'as <person>                     acts as somebody else, by name or by role: as officer, as @Wolf',
  'clan <clan>, channel <#channel>, people, channels',
  'messages [#channel], dms [@who] [open|closed], roles [@who] [+Role|-Role]',
  'violations                      what the bot sent that Discord or Roblox would not have taken',
  ...ROBLOX_USAGE,
  ...FAULT_USAGE,
  ...PAGE_USAGE,
  'help, exit',
];

/** What can be typed, and the commands that are registered for the clan. */
export async function help(session: Session): Promise<void> {
  for (const line of LINES) session.show(line);
  const commands = await readCommands(session);
  session.show('');
  session.show(`Commands of ${session.clan.guild}:`);
  for (const command of commands) {
    const name = command.type === 1 ? `/${command.path}` : `menu ${command.path}`;
    session.show(
      `  ${[name, ...command.options.map(optionText)].join(' ')}${command.description ? `   ${command.description}` : ''}`,
    );
  }
}
