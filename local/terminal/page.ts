import * as z from 'zod/mini';
import { Switches, Timeline } from '../page/protocol.ts';
import { part } from './control-client.ts';
import { findPerson, readClan, type Session } from './session.ts';
import { TerminalError } from './terminal-error.ts';

const Refused = z.object({ message: z.string() });
const Joined = z.object({ id: z.string(), robloxName: z.string() });
const Anything = z.record(z.string(), z.unknown());

export const PAGE_USAGE = [
  'join <name>                     somebody new joins the server, with an account on Roblox, and you are them',
  'behind                          what your latest interaction led to: calls, statements, requests, effects',
  'switch [<id> on|off]            what can be broken, and whether it is',
  'minute                          the job that heals runs now, as it does every minute',
];

/** Asks the page's server as the session's person. Throws `TerminalError` in its own words when it says no. */
async function ask<T>(
  { pageUrl, clan, person }: Session,
  form: z.ZodMiniType<T>,
  method: 'GET' | 'POST',
  name: string,
  body: unknown = {},
): Promise<T> {
  if (pageUrl === undefined) {
    throw new TerminalError('This needs the page, which is there only where both services are emulated.');
  }
  const { origin, searchParams } = new URL(pageUrl);
  const response = await fetch(`${origin}/page/api/${name}?clan=${part(clan.clan)}&as=${part(person.id)}`, {
    method,
    headers: { 'x-page-token': searchParams.get('token') ?? '' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  const json: unknown = await response.json();
  if (response.ok) return form.parse(json);
  throw new TerminalError(Refused.safeParse(json).data?.message ?? `The page answered ${response.status}.`);
}

export async function join(session: Session, name: string): Promise<void> {
  const { id, robloxName } = await ask(session, Joined, 'POST', 'people', { name });
  session.clan = await readClan(session.discord, session.clan.clan);
  session.person = findPerson(session.clan, id);
  session.show(`You are ${session.person.name}, new here, and ${robloxName} on Roblox.`);
}

export async function minute(session: Session): Promise<void> {
  await ask(session, Anything, 'POST', 'minute');
  session.show('The job runs.');
}

/** `switch` shows them; `switch roblox-500 on` turns one. */
export async function turn(session: Session, text: string): Promise<void> {
  const [, id = '', state = ''] = /^(\S*)\s*(on|off|)$/.exec(text.trim()) ?? [];
  if (text.trim() !== '' && (id === '' || state === '')) throw new TerminalError(PAGE_USAGE.join('\n'));
  if (id !== '') await ask(session, Anything, 'POST', 'switch', { id, on: state === 'on' });
  for (const each of await ask(session, Switches, 'GET', 'switches'))
    session.show(`  ${each.on ? 'on ' : 'off'} ${each.id.padEnd(26)} ${each.hint}`);
}

/** The time line of the latest interaction, a line for each thing that happened. */
export async function behind(session: Session): Promise<void> {
  const latest = (await ask(session, z.array(Timeline), 'GET', 'timelines')).at(-1);
  if (latest === undefined) return session.show('You have done nothing yet since the start.');
  session.show(`${latest.label}: acknowledged after ${latest.acknowledged?.ms ?? '?'} ms`);
  for (const call of latest.calls) {
    session.show(
      `  ${call.at} ms ${call.functionName}, ${call.cold ? 'cold' : 'warm'}, ${call.ms ?? 'still at it'} ms`,
    );
    for (const { at, kind, title, ms, outcome } of call.steps)
      session.show(`    ${at} ms ${kind} ${title.trim().split('\n')[0]} (${ms.toFixed(1)} ms ${outcome})`);
  }
  for (const { kind, status, attempts } of latest.outbox)
    session.show(`  effect ${kind}: ${status}, ${attempts} tries`);
}
