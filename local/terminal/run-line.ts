import { click, menu, select } from './click.ts';
import { fault } from './fault.ts';
import { help } from './help.ts';
import { dms, messages, people, roles, violations } from './look.ts';
import { behind, join, minute, turn } from './page.ts';
import { roblox } from './roblox.ts';
import { findListedChannel, findPerson, readClan, readCommands, type Session } from './session.ts';
import { complete, slash } from './slash.ts';
import { TerminalError } from './terminal-error.ts';

type Verb = (session: Session, text: string) => Promise<void> | void;

const VERBS: Readonly<Record<string, Verb>> = {
  click,
  select,
  menu,
  complete,
  messages,
  dms,
  roles,
  people,
  violations,
  roblox,
  fault,
  join,
  behind,
  switch: turn,
  minute,
  help,
  as(session, text) {
    if (text !== '') session.person = findPerson(session.clan, text);
    session.show(`You are ${session.person.name} (${session.person.roles.join(', ') || 'no roles'}).`);
  },
  async clan(session, text) {
    const username = session.person.username;
    session.clan = await readClan(session.discord, text === '' ? session.clan.clan : text);
    session.channel = findListedChannel(session.clan, undefined);
    session.listed = [];
    const same = session.clan.members.find((member) => member.username === username);
    session.person = same ?? findPerson(session.clan, undefined);
    session.show(`${session.clan.guild}, as ${session.person.name}, in #${session.channel}.`);
  },
  channel(session, text) {
    if (text !== '') session.channel = findListedChannel(session.clan, text);
    session.show(`You are in #${session.channel}.`);
  },
  channels(session) {
    session.show(session.clan.channels.map((channel) => `#${channel.name}`).join(', '));
  },
};

export const VERB_NAMES = Object.keys(VERBS);

/** Carries out one line. Throws `TerminalError` with what to do instead. */
export async function runLine(session: Session, line: string): Promise<void> {
  const text = line.trim();
  if (text === '') return;
  if (text.startsWith('/')) return slash(session, text);
  const [, name = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const verb = VERBS[name.toLowerCase()];
  if (verb === undefined) {
    const commands = await readCommands(session);
    const isCommand = commands.some(({ path }) => path.split(' ', 1)[0] === name.toLowerCase());
    if (isCommand) throw new TerminalError(`Commands begin with a slash: type /${text}`);
    throw new TerminalError(
      `"${name}" is nothing that can be typed here. There is: /<command>, ${VERB_NAMES.join(', ')}, exit.`,
    );
  }
  await verb(session, rest.trim());
}
