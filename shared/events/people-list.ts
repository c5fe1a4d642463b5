import { escapeMarkdown, mention } from '../discord/text.ts';
import type { Attendance, Attendee } from './attendance.ts';
import type { ClanEvent } from './event.ts';
import type { Participant } from './participants.ts';
import { listTexts } from './texts.ts';

/** A member as lists show them: the mention, which pings nobody, and the Roblox name. */
export function attendeeText({ member }: Attendee): string {
  return `${mention(member.discordId)}${member.robloxName === null ? '' : ` (${escapeMarkdown(member.robloxName)})`}`;
}

/** Somebody who is not linked, as they were named. */
export function participantText({ discordId, robloxName }: Participant): string {
  if (discordId !== null) return mention(discordId);
  return robloxName === null ? listTexts.deletedPerson : escapeMarkdown(robloxName);
}

/** As many items as fit into `max` characters, then how many more there are; never cut within an item. */
export function fitList(items: readonly string[], max: number): string {
  const whole = items.join(', ');
  if (whole.length <= max) return whole;
  let text = '';
  for (const [index, item] of items.entries()) {
    const next = text === '' ? item : `${text}, ${item}`;
    const more = listTexts.more(items.length - index - 1);
    if (next.length + more.length > max) return `${text}${listTexts.more(items.length - index)}`;
    text = next;
  }
  return text;
}

/**
 * Who gets points and who does not, as lines for people: by who is linked while the event waits, by the ledger
 * once it is approved. A declined event, and one whose awards the old bot made, has participants only.
 */
export function sharesOf(
  event: ClanEvent,
  attendance: Attendance,
): { withPoints: readonly string[]; without: readonly string[] } {
  const linked = attendance.linked.map((attendee) => ({
    text: attendeeText(attendee),
    awarded: attendee.named.some((participant) => participant.entryId !== null),
  }));
  const unlinked = attendance.unlinked.map((participant) => ({
    text: participantText(participant),
    awarded: participant.entryId !== null,
  }));
  const everybody = [...linked, ...unlinked];
  const texts = (people: readonly { text: string }[]) => people.map(({ text }) => text);
  if (event.status === 'pending') return { withPoints: texts(linked), without: texts(unlinked) };
  const awarded = everybody.filter((person) => person.awarded);
  if (awarded.length === 0) return { withPoints: texts(everybody), without: [] };
  return { withPoints: texts(awarded), without: texts(everybody.filter((person) => !person.awarded)) };
}
