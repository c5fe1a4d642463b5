import * as z from 'zod/mini';
import { part } from './control-client.ts';
import type { Session } from './session.ts';
import { unquoted } from './split-fields.ts';
import { TerminalError } from './terminal-error.ts';

const User = z.object({
  id: z.string(),
  name: z.string(),
  formerNames: z.array(z.string()),
  about: z.string(),
  state: z.string(),
  askedToJoin: z.array(z.string()),
  groups: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) })),
});
const Group = z.object({
  id: z.string(),
  name: z.string(),
  members: z.number(),
  roles: z.array(z.object({ id: z.string(), name: z.string(), rank: z.number() })),
});

export const ROBLOX_USAGE = [
  'roblox show <user>            profile and roles in the groups',
  'roblox about <user> <text>    the profile text, where /link-roblox looks for its code',
  "roblox rank <user> <role>     the role in the clan's group, by name or rank number",
  "roblox join|leave <user>      the clan's group",
  'roblox ask|withdraw <user>    a request to join it, for /group requests',
  'roblox rename <user> <name>',
  'roblox ban|unban|delete <user>',
  "roblox roles                  the roles of the clan's group",
];

const STATES: Readonly<Record<string, string>> = { ban: 'banned', unban: 'active', delete: 'deleted' };

/** Does on Roblox what people do there by hand. Users are Roblox names or ids. */
export async function roblox(session: Session, text: string): Promise<void> {
  const [, verb = '', user = '', rest = ''] = /^(\S*)\s*("[^"]*"|\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  const client = session.roblox;
  if (verb === 'roles') return showRoles(session);
  const name = unquoted(user).replace(/^@/, '');
  if (verb === '' || name === '') throw new TerminalError(ROBLOX_USAGE.join('\n'));
  const path = `/users/${part(name)}`;
  const member = async () =>
    `/groups/${part(await session.robloxGroup(session.clan.clan))}/members/${part(name)}`;
  const request = async () =>
    `/groups/${part(await session.robloxGroup(session.clan.clan))}/join-requests/${part(name)}`;
  const value = unquoted(rest.trim());
  const state = STATES[verb];
  if (verb === 'show') return showUser(session, await client.call(User, 'GET', path));
  if (verb === 'about') return showUser(session, await client.call(User, 'PATCH', path, { about: value }));
  if (verb === 'rename') return showUser(session, await client.call(User, 'PATCH', path, { name: value }));
  if (verb === 'rank')
    return showUser(session, await client.call(User, 'PUT', await member(), { roles: [value] }));
  if (verb === 'join')
    return showUser(session, await client.call(User, 'PUT', await member(), { roles: [] }));
  if (verb === 'leave') return showUser(session, await client.call(User, 'DELETE', await member()));
  if (verb === 'ask') return showUser(session, await client.call(User, 'PUT', await request()));
  if (verb === 'withdraw') return showUser(session, await client.call(User, 'DELETE', await request()));
  if (state !== undefined) return showUser(session, await client.call(User, 'PATCH', path, { state }));
  throw new TerminalError(ROBLOX_USAGE.join('\n'));
}

function showUser(session: Session, user: z.infer<typeof User>): void {
  const former = user.formerNames.length === 0 ? '' : `, formerly ${user.formerNames.join(', ')}`;
  session.show(`${user.name} (${user.id}, ${user.state}${former})`);
  session.show(`  profile text: ${user.about === '' ? '(empty)' : user.about}`);
  for (const group of user.askedToJoin) session.show(`  ${group}: asks to join`);
  for (const group of user.groups) session.show(`  ${group.name}: ${group.roles.join(', ')}`);
}

async function showRoles(session: Session): Promise<void> {
  const id = await session.robloxGroup(session.clan.clan);
  const groups = await session.roblox.call(z.array(Group), 'GET', '/groups');
  for (const role of groups.find((group) => group.id === id)?.roles ?? []) {
    session.show(`  ${String(role.rank).padStart(3)}  ${role.name}  (${role.id})`);
  }
}
