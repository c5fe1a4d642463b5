import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { clip, DISCORD_LIMITS, plainText } from '../../shared/discord/text.ts';
import type { ClanEvent } from '../../shared/events/event.ts';
import { latestEvents } from '../../shared/events/list-events.ts';
import { languageOf } from '../../shared/languages/language.ts';
import { findMembersById } from '../../shared/members/member.ts';
import { texts } from './texts.ts';

/** How far back a search looks, for each status. */
const SEARCHED = 50;

/** Events to choose from: what waits first, then the latest; by type, host or id once something is typed. */
export async function suggestEvents({ interaction, db, settings }: CommandContext): Promise<Answer> {
  const typed = interaction.focused?.value.trim().toLowerCase() ?? '';
  const limit = typed === '' ? DISCORD_LIMITS.choices : SEARCHED;
  const waiting = await latestEvents(db, 'pending', limit);
  const decided = [
    ...(await latestEvents(db, 'approved', limit)),
    ...(await latestEvents(db, 'declined', limit)),
  ].sort((a, b) => b.submittedAt - a.submittedAt);
  const events = [...waiting, ...decided].slice(0, typed === '' ? DISCORD_LIMITS.choices : undefined);
  const hosts = await hostNames(db, events);
  const date = new Intl.DateTimeFormat(languageOf(interaction.locale), {
    timeZone: settings.time_zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const t = texts(interaction.locale);
  const choices = events.map((event) => {
    const host = hosts.get(event.hostId ?? '') ?? t.unknownHost;
    const name = plainText(t.choice[event.status](event.type, host, date.format(event.submittedAt)));
    return { name: clip(name, DISCORD_LIMITS.choiceName), value: event.id };
  });
  const matches = choices.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed));
  return { choices: matches.slice(0, DISCORD_LIMITS.choices) };
}

async function hostNames(db: Queryable, events: readonly ClanEvent[]): Promise<Map<string, string>> {
  const hosts = await findMembersById(
    db,
    events.flatMap(({ hostId }) => hostId ?? []),
  );
  return new Map(
    [...hosts].flatMap(([id, { robloxName }]) => (robloxName === null ? [] : [[id, robloxName]])),
  );
}
