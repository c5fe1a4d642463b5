import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { namedMember } from '../../shared/context/named-member.ts';
import type { Message } from '../../shared/discord/message.ts';
import { pageButtons, pageNumber } from '../../shared/discord/page-buttons.ts';
import { clip, escapeMarkdown } from '../../shared/discord/text.ts';
import { reviewLink } from '../../shared/events/review-message.ts';
import { history, type ListedEntry } from '../../shared/points/ledger.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

const PAGE_SIZE = 10;
/** Ten lines of it, escaped, with links, fit a description. */
const SHOWN_REASON = 60;

export async function showHistory(context: Context<'command points history'>): Promise<Answer> {
  return { message: await historyPage(context, namedMember(context.interaction.options['member']), 1) };
}

/** The page that a button names: `points.page:<member>:<page>`. */
export async function turnPage(context: CommandContext): Promise<Answer> {
  const { recordId, argument } = context.interaction;
  return { message: await historyPage(context, recordId ?? '', pageNumber(argument)) };
}

async function historyPage(context: CommandContext, memberId: string, wanted: number): Promise<Message> {
  const { db, settings, seen } = context;
  const { entries, page, hasNext } = await history(db, memberId, { page: wanted, pageSize: PAGE_SIZE });
  const lines = [
    texts.historyOf(memberId, await seen.find(db, memberId)),
    ...entries.map((entry) => entryLine(context, entry)),
  ];
  if (entries.length === 0) lines.push(texts.noEntries);
  return {
    embeds: [
      {
        title: texts.historyTitle,
        description: lines.join('\n'),
        color: embedColor(settings),
        footer: { text: texts.page(page) },
      },
    ],
    components: pageButtons({
      page,
      hasNext,
      labels: { previous: texts.newer, next: texts.older },
      customId: (target) => `points.page:${memberId}:${target}`,
    }),
  };
}

/** What, how much, by whom, when, and which event. */
function entryLine({ settings }: CommandContext, entry: ListedEntry): string {
  const kind = texts.kinds[entry.kind];
  const reason = entry.reason === null ? '' : `: ${escapeMarkdown(clip(entry.reason, SHOWN_REASON))}`;
  const by = entry.actorId === null ? '' : texts.by(entry.actorId);
  const undone = entry.reversedBy === null ? '' : texts.undone;
  let event = '';
  if (entry.eventId !== null) {
    const link = reviewLink(entry, settings);
    event = link === undefined ? texts.eventId(entry.eventId) : texts.eventLink(link);
  }
  return `${texts.delta(entry)} ${kind}${reason}${event}${by}, ${texts.entryTime(entry.createdAt)}${undone}`;
}
