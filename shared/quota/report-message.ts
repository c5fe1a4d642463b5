import type { Settings } from '../clans/settings.ts';
import type { Message, TextFile } from '../discord/message.ts';
import { pageButtons } from '../discord/page-buttons.ts';
import { clip, DISCORD_LIMITS, escapeMarkdown, mention, plainText } from '../discord/text.ts';
import { embedColor } from '../settings/embed-color.ts';
import { type Judged, OUTCOMES, type Outcome } from './judge-week.ts';
import { quotaTexts } from './texts.ts';
import type { Week } from './week.ts';

const MARKS: Readonly<Record<Outcome, string>> = {
  below: '❌',
  excused: '📝',
  leave: '🌙',
  new: '🌱',
  met: '✅',
};
/** Members on a page, as many as one select offers. */
const A_PAGE = 25;
// Discord's numbers of an action row and a select of texts.
const ACTION_ROW = 1;
const STRING_SELECT = 3;

/** One page of a week's list: counts, members, buttons for the pages, and a select that excuses those below. */
export function reportMessage(
  judged: readonly Judged[],
  {
    week,
    page,
    settings,
    locale,
  }: {
    readonly week: Week;
    readonly page: number;
    readonly settings: Settings;
    /** Of whoever sees it. */
    readonly locale: string | undefined;
  },
): Message {
  const texts = quotaTexts(locale);
  const pages = Math.max(1, Math.ceil(judged.length / A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const members = judged.slice((shown - 1) * A_PAGE, shown * A_PAGE);
  const lines =
    judged.length === 0
      ? [texts.nobody]
      : [countsLine(locale, judged), '', ...members.map((one) => memberLine(locale, one))];
  const footer = pages > 1 ? { footer: { text: texts.page(shown, pages) } } : {};
  return {
    embeds: [
      {
        title: texts.reportTitle(week.monday),
        description: lines.join('\n'),
        color: embedColor(settings),
        ...footer,
      },
    ],
    components: [
      ...pageButtons({
        page: shown,
        hasNext: shown < pages,
        labels: { previous: texts.previous, next: texts.next },
        customId: (target) => `quota.page:${week.key}:${target}`,
      }),
      ...excuseSelect(texts, members, week, shown),
    ],
  };
}

/** One member's week: what they did, and why it does not count where it does not. */
export function memberLine(locale: string | undefined, one: Judged): string {
  const texts = quotaTexts(locale);
  const parts = [mention(one.memberId), texts.done(one.done, one.quota)];
  if (one.outcome === 'leave') parts.push(texts.onLeave);
  if (one.outcome === 'new') parts.push(texts.isNew);
  if (one.outcome === 'excused') {
    const reason = one.reason === null ? undefined : escapeMarkdown(clip(one.reason, 60));
    parts.push(reason === undefined ? texts.excused : texts.excusedBecause(reason));
  }
  return `${MARKS[one.outcome]} ${parts.join(' · ')}`;
}

function countsLine(locale: string | undefined, judged: readonly Judged[]): string {
  const count = (outcome: Judged['outcome']) => judged.filter((one) => one.outcome === outcome).length;
  return OUTCOMES.filter((outcome) => count(outcome) > 0)
    .map((outcome) => quotaTexts(locale).counts[outcome](count(outcome)))
    .join(' · ');
}

function excuseSelect(
  texts: ReturnType<typeof quotaTexts>,
  members: readonly Judged[],
  week: Week,
  page: number,
): NonNullable<Message['components']> {
  const below = members.filter(({ outcome }) => outcome === 'below');
  if (below.length === 0) return [];
  const options = below.map(({ memberId, robloxName, done, quota }) => ({
    label: clip(plainText(robloxName ?? texts.unknownName(memberId)), DISCORD_LIMITS.choiceName),
    description: texts.done(done, quota),
    value: memberId,
  }));
  return [
    {
      type: ACTION_ROW,
      components: [
        {
          type: STRING_SELECT,
          custom_id: `quota.excuse:${week.key}:${page}`,
          placeholder: texts.excuse,
          min_values: 1,
          max_values: options.length,
          options,
        },
      ],
    },
  ];
}

/** The whole list as comma-separated values, in the order of the pages. */
export function reportFile(judged: readonly Judged[], week: Week): TextFile {
  const head = ['discord_id', 'roblox_name', 'rank', 'outcome', 'done', 'quota', 'counts', 'excuse'];
  const rows = judged.map(({ memberId, robloxName, rank, outcome, done, quota, reason }) => [
    memberId,
    robloxName ?? '',
    rank.name,
    outcome,
    done,
    quota.amount,
    quota.counted,
    reason ?? '',
  ]);
  return {
    name: `quota-${week.monday}.csv`,
    contentType: 'text/csv',
    text: [head, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join(''),
  };
}

/** A text that a spreadsheet would take for a formula is kept from being one; a number stays one, below 0 as well. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
