import type { TextFile } from '../discord/message.ts';
import { escapeMarkdown, mention, plainText } from '../discord/text.ts';
import type { Member } from '../members/member.ts';
import type { Attendance, Attendee } from './attendance.ts';
import type { ClanEvent } from './event.ts';
import type { Participant } from './participants.ts';
import { listTexts } from './texts.ts';

/** One person of a list, for a message and for a text file. */
export interface Listed {
  /** The mention, which pings nobody, and the Roblox name; escaped. */
  readonly text: string;
  readonly plain: string;
}

/**
 * Who gets points and who does not: by who is linked while the event waits, by the ledger once it is approved.
 * A declined event, and one whose awards the old bot made, has participants only.
 */
export function sharesOf(
  locale: string | undefined,
  event: ClanEvent,
  attendance: Attendance,
): { readonly withPoints: readonly Listed[]; readonly without: readonly Listed[] } {
  const linked = attendance.linked.map(listedAttendee);
  const unlinked = attendance.unlinked.map((participant) => listedParticipant(locale, participant));
  if (event.status === 'pending') return { withPoints: linked, without: unlinked };
  const everybody = [...linked, ...unlinked];
  const awarded = everybody.filter((person) => person.awarded);
  if (awarded.length === 0) return { withPoints: everybody, without: [] };
  return { withPoints: awarded, without: everybody.filter((person) => !person.awarded) };
}

/** As many people as fit into `max` characters, then how many more there are; never cut within a name. */
export function fitList(locale: string | undefined, people: readonly Listed[], max: number): string {
  const { more } = listTexts(locale);
  const whole = people.map(({ text }) => text).join(', ');
  if (whole.length <= max) return whole;
  let shown = '';
  for (const [index, { text }] of people.entries()) {
    const next = shown === '' ? text : `${shown}, ${text}`;
    const rest = people.length - index;
    const after = rest > 1 ? more(rest - 1).length : 0;
    if (next.length + after > max) return `${shown}${more(rest)}`;
    shown = next;
  }
  return shown;
}

/** Everybody, under a heading each, for lists that do not fit a message. */
export function peopleFile(lists: readonly { title: string; people: readonly Listed[] }[]): TextFile {
  const parts = lists
    .filter(({ people }) => people.length > 0)
    .map(({ title, people }) => [`${title}:`, ...people.map(({ plain }) => plain), ''].join('\n'));
  return { name: 'participants.txt', contentType: 'text/plain; charset=utf-8', text: parts.join('\n') };
}

/** A member as every list shows them. */
export function listedMember({ discordId, robloxName }: Member): Listed {
  const name = robloxName ?? '';
  return {
    text: name === '' ? mention(discordId) : `${mention(discordId)} (${escapeMarkdown(name)})`,
    plain: plainMember(plainText(name), discordId),
  };
}

function plainMember(name: string, discordId: string): string {
  return name === '' ? `Discord ${discordId}` : `${name}, Discord ${discordId}`;
}

function listedAttendee({ member, named }: Attendee): Listed & { awarded: boolean } {
  return { ...listedMember(member), awarded: named.some((participant) => participant.entryId !== null) };
}

function listedParticipant(
  locale: string | undefined,
  { discordId, robloxName, entryId }: Participant,
): Listed & { awarded: boolean } {
  const awarded = entryId !== null;
  if (discordId !== null) {
    return { text: mention(discordId), plain: plainMember('', discordId), awarded };
  }
  if (robloxName === null) {
    const { deletedPerson } = listTexts(locale);
    return { text: deletedPerson, plain: deletedPerson, awarded };
  }
  return { text: escapeMarkdown(robloxName), plain: plainText(robloxName), awarded };
}

/** Everybody, in pieces of at most `max` characters: for messages that name all of them, one after the other. */
export function packList(people: readonly Listed[], max: number): readonly string[] {
  const pieces: string[] = [];
  for (const { text } of people) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 2 + text.length <= max)
      pieces[pieces.length - 1] = `${last}, ${text}`;
    else pieces.push(text);
  }
  return pieces;
}
