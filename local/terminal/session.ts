import * as z from 'zod/mini';
import type { ControlClient } from './control-client.ts';
import { part } from './control-client.ts';
import { ClanView, CommandView, type PersonView } from './shapes.ts';
import { TerminalError } from './terminal-error.ts';

/** Asks the person at the prompt one thing; undefined when there is nobody to ask or they gave up. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Who acts where: what a line at the prompt is carried out with. */
export interface Session {
  readonly discord: ControlClient;
  readonly roblox: ControlClient;
  /** Where the page is, with its token; undefined where there is none. */
  readonly pageUrl: string | undefined;
  readonly show: (text: string) => void;
  readonly ask: Ask;
  /** The Roblox group of a clan, from its record. */
  readonly robloxGroup: (clan: string) => Promise<string>;
  clan: ClanView;
  person: PersonView;
  /** The name of a channel of the guild. */
  channel: string;
  /** Message ids by the numbers of the last list, the first being number 1. */
  listed: readonly string[];
}

export async function readClan(discord: ControlClient, name: string | undefined): Promise<ClanView> {
  const clans = await discord.call(z.array(ClanView), 'GET', '/clans');
  const found = name === undefined ? clans[0] : clans.find((clan) => clan.clan === name);
  if (found !== undefined) return found;
  const names = clans.map((clan) => clan.clan).join(', ');
  throw new TerminalError(
    name === undefined ? 'The platform has no clan.' : `There is no clan "${name}". There are: ${names}.`,
  );
}

export function readCommands({ discord, clan }: Pick<Session, 'discord' | 'clan'>): Promise<CommandView[]> {
  return discord.call(z.array(CommandView), 'GET', `/clans/${part(clan.clan)}/commands`);
}

/**
 * The person meant: by name or id, else the first who has a role of that name, so that `as officer` works in any
 * clan; `member` is somebody of no tier. Without a name, the first member who is no bot and does not own the server.
 */
export function findPerson(clan: ClanView, wanted: string | undefined): PersonView {
  const people = clan.members.filter((member) => !member.bot);
  const plain = wanted?.replace(/^@/, '').toLowerCase();
  const found =
    plain === undefined
      ? (people.find((person) => !person.owner) ?? people[0])
      : (people.find((person) => namesOf(person).includes(plain)) ??
        people.find((person) => person.roles.some((role) => role.toLowerCase() === plain)) ??
        (plain === 'member' ? people.find(isPlainMember) : undefined));
  if (found !== undefined) return found;
  const names = people.slice(0, 30).map((person) => person.username);
  throw new TerminalError(
    `Nobody in ${clan.guild} is called "${wanted}" or has such a role. There are: ${names.join(', ')}.`,
  );
}

function namesOf(person: PersonView): string[] {
  return [person.id, person.username, person.name].map((name) => name.toLowerCase());
}

/** Somebody with a rank but with none of the tiers' usual roles. */
function isPlainMember(person: PersonView): boolean {
  const staff = person.roles.some((role) => /^(officer|moderator|admin)$/i.test(role));
  return !staff && !person.owner && person.roles.length > 0;
}

export function findListedChannel(clan: ClanView, wanted: string | undefined): string {
  const plain = wanted?.replace(/^#/, '').toLowerCase();
  const found =
    plain === undefined
      ? clan.channels[0]
      : clan.channels.find((channel) => channel.name.toLowerCase() === plain);
  if (found !== undefined) return found.name;
  throw new TerminalError(
    `${clan.guild} has no channel "${wanted}". There are: ${clan.channels.map((channel) => `#${channel.name}`).join(', ')}.`,
  );
}
