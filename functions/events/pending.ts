import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { DISCORD_LIMITS } from '../../shared/discord/text.ts';
import { pendingEvents } from '../../shared/events/list-events.ts';
import { reviewLink } from '../../shared/events/review-message.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

const SHOWN = 25;
const MAX_LINES = DISCORD_LIMITS.embedDescription - 50;

/** Submissions that wait, oldest first: as many as one message holds, and how many more there are. */
export async function pending({ db, settings }: CommandContext): Promise<Answer> {
  const { events, total } = await pendingEvents(db, SHOWN);
  const lines: string[] = [];
  for (const event of events) {
    const line = texts.pendingLine(event, reviewLink(event, settings));
    if ([...lines, line].join('\n').length > MAX_LINES) break;
    lines.push(line);
  }
  if (total > lines.length) lines.push(texts.andMore(total - lines.length));
  const description = lines.length === 0 ? texts.nothingPending : lines.join('\n');
  return { message: { embeds: [{ title: texts.pendingTitle, description, color: embedColor(settings) }] } };
}
