import * as z from 'zod/mini';
import { part } from './control-client.ts';
import { findListedChannel, findPerson, readClan, type Session } from './session.ts';
import { MessageView, PersonView } from './shapes.ts';
import { messageLines } from './show-message.ts';
import { TerminalError } from './terminal-error.ts';

const Placed = z.extend(MessageView, { channel: z.string() });

/** What the person sees, the latest first: in one channel, or everywhere with ephemeral replies. */
export function listMessages({ discord, clan, person }: Session, channel: string | undefined) {
  const where = channel === undefined ? '' : `&channel=${part(channel)}`;
  return discord
    .call(z.array(Placed), 'GET', `/clans/${part(clan.clan)}/messages?user=${person.id}&limit=10${where}`)
    .then((messages) => messages.reverse());
}

/** `messages [#channel]`: the latest ten, numbered from the latest, which stands last. */
export async function messages(session: Session, text: string): Promise<void> {
  const channel = text === '' ? undefined : findListedChannel(session.clan, text);
  const found = await listMessages(session, channel);
  session.listed = found.map((message) => message.id);
  if (found.length === 0) session.show('No messages.');
  for (const [index, message] of [...found.entries()].reverse()) {
    const place = message.channel === '' ? 'DM' : `#${message.channel}`;
    for (const line of messageLines(message, session.clan, { number: index + 1, place })) session.show(line);
  }
}

/** `dms [@who] [open|closed]`: what the bot wrote to somebody; or whether they take such messages. */
export async function dms(session: Session, text: string): Promise<void> {
  const [, who = '', change] = /^(.*?)(?:\s*\b(open|closed))?$/.exec(text.trim()) ?? [];
  const person = who === '' ? session.person : findPerson(session.clan, who);
  const base = `/clans/${part(session.clan.clan)}`;
  if (change !== undefined) {
    await session.discord.call(PersonView, 'PATCH', `${base}/members?user=${person.id}`, { dms: change });
    return session.show(
      `${person.name} takes ${change === 'open' ? 'direct messages' : 'no direct messages'} now.`,
    );
  }
  const found = await session.discord.call(z.array(MessageView), 'GET', `${base}/dms?user=${person.id}`);
  if (found.length === 0) session.show(`The bot wrote nothing to ${person.name}.`);
  for (const message of found) for (const line of messageLines(message, session.clan)) session.show(line);
}

/** `roles [@who] [+Role] [-Role]`: somebody's Discord roles, highest first; with a sign it changes one. */
export async function roles(session: Session, text: string): Promise<void> {
  const [, who = '', sign, role = ''] = /^(.*?)(?:\s*(?<!\S)([+-])(.+))?$/.exec(text.trim()) ?? [];
  const person = who === '' ? session.person : findPerson(session.clan, who);
  const path = `/clans/${part(session.clan.clan)}/members?user=${person.id}`;
  const now =
    sign === undefined
      ? await session.discord.call(PersonView, 'GET', path)
      : await session.discord.call(
          PersonView,
          'PATCH',
          path,
          sign === '+' ? { addRole: role.trim() } : { removeRole: role.trim() },
        );
  session.show(`${now.name}: ${now.roles.join(', ') || 'no roles'}`);
}

export async function people(session: Session): Promise<void> {
  session.clan = await readClan(session.discord, session.clan.clan);
  for (const person of session.clan.members) {
    const notes = [
      person.bot ? 'bot' : '',
      person.owner ? 'owns the server' : '',
      person.dms === 'closed' ? 'no DMs' : '',
      person.roles.join(', '),
    ];
    session.show(
      `  ${person.username.padEnd(14)} ${person.name.padEnd(14)} ${notes.filter((note) => note !== '').join('; ')}`,
    );
  }
}

/** `violations`: what the bot sent that Discord or Roblox would not have taken. */
export async function violations(session: Session): Promise<void> {
  const Violations = z.array(
    z.object({ method: z.string(), path: z.string(), problems: z.array(z.string()) }),
  );
  let count = 0;
  for (const client of [session.discord, session.roblox]) {
    const found = await client.call(Violations, 'GET', '/violations').catch((error: unknown) => {
      if (error instanceof TerminalError) return [];
      throw error;
    });
    for (const { method, path, problems } of found) {
      count += 1;
      session.show(`${method} ${path}`);
      for (const problem of problems) session.show(`  ${problem}`);
    }
  }
  if (count === 0) session.show('None: the bot sent nothing that Discord or Roblox would not have taken.');
}
