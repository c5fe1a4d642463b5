import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { namedMember } from '../../shared/context/named-member.ts';
import type { Message } from '../../shared/discord/message.ts';
import { pageButtons, pageNumber } from '../../shared/discord/page-buttons.ts';
import { clip, escapeMarkdown, timestamp } from '../../shared/discord/text.ts';
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
  const { db, settings, seen, interaction } = context;
  const said = texts(interaction.locale);
  const member = await seen.find(db, memberId);
  const { entries, page, hasNext } = await history(db, memberId, { page: wanted, pageSize: PAGE_SIZE });
  const lines = [
    member === undefined ? said.unknown(memberId) : said.has(memberId, member),
    ...entries.map((entry) => entryLine(context, entry)),
  ];
  if (entries.length === 0) lines.push(said.noEntries);
  return {
    embeds: [
      {
        title: said.historyTitle,
        description: lines.join('\n'),
        color: embedColor(settings),
        footer: { text: said.page(page) },
      },
    ],
    components: pageButtons({
      page,
      hasNext,
      labels: { previous: said.newer, next: said.older },
      customId: (target) => `points.page:${memberId}:${target}`,
    }),
  };
}

/** What, how much, by whom, when, and which event. */
function entryLine({ settings, interaction }: CommandContext, entry: ListedEntry): string {
  const said = texts(interaction.locale);
  const kind = said.kinds[entry.kind];
  const { reason } = entry;
  const what = [
    said.delta({ points: entry.pointsDelta, totalPoints: entry.lifetimeDelta }),
    reason === null ? kind : said.because(kind, escapeMarkdown(clip(reason, SHOWN_REASON))),
  ];
  if (entry.eventId !== null) {
    const link = reviewLink(entry, settings);
    what.push(link === undefined ? said.eventId(entry.eventId) : said.eventLink(link));
  }
  if (entry.actorId !== null) what.push(said.by(entry.actorId));
  const when = [timestamp(entry.createdAt, 'f'), ...(entry.reversedBy === null ? [] : [said.undone])];
  return `${what.join(' ')}, ${when.join(' ')}`;
}
