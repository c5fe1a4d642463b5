import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { DISCORD_LIMITS, escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import type { ClanEvent } from '../../shared/events/event.ts';
import { pendingEvents } from '../../shared/events/list-events.ts';
import { reviewLink } from '../../shared/events/review-message.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

const SHOWN = 25;
const MAX_LINES = DISCORD_LIMITS.embedDescription - 50;

/** Submissions that wait, oldest first: as many as one message holds, and how many more there are. */
export async function pending({ db, interaction, settings }: CommandContext): Promise<Answer> {
  const { events, total } = await pendingEvents(db, SHOWN);
  const { locale } = interaction;
  const t = texts(locale);
  const lines: string[] = [];
  for (const event of events) {
    const line = pendingLine(locale, event, reviewLink(event, settings));
    if ([...lines, line].join('\n').length > MAX_LINES) break;
    lines.push(line);
  }
  if (total > lines.length) lines.push(t.andMore(total - lines.length));
  const description = lines.length === 0 ? t.nothingPending : lines.join('\n');
  return { message: { embeds: [{ title: t.pendingTitle, description, color: embedColor(settings) }] } };
}

function pendingLine(locale: string | undefined, event: ClanEvent, link: string | undefined): string {
  const t = texts(locale);
  const type = escapeMarkdown(event.type);
  const who = event.hostId === null ? t.somebodyLeft : mention(event.hostId);
  const since = timestamp(event.submittedAt, 'R');
  return link === undefined
    ? t.notPosted(type, who, since, event.id)
    : t.waiting(type, who, since, event.id, link);
}
