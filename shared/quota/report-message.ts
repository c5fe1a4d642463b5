import type { Settings } from '../clans/settings.ts';
import type { Message, TextFile } from '../discord/message.ts';
import { pageButtons } from '../discord/page-buttons.ts';
import { clip, DISCORD_LIMITS, plainText } from '../discord/text.ts';
import { embedColor } from '../settings/embed-color.ts';
import { type Judged, OUTCOMES } from './judge-week.ts';
import { quotaTexts } from './texts.ts';
import type { Week } from './week.ts';

/** Members on a page, as many as one select offers. */
const A_PAGE = 25;
// Discord's numbers of an action row and a select of texts.
const ACTION_ROW = 1;
const STRING_SELECT = 3;

/** One page of a week's list: counts, members, buttons for the pages, and a select that excuses those below. */
export function reportMessage(
  judged: readonly Judged[],
  { week, page, settings }: { readonly week: Week; readonly page: number; readonly settings: Settings },
): Message {
  const pages = Math.max(1, Math.ceil(judged.length / A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const members = judged.slice((shown - 1) * A_PAGE, shown * A_PAGE);
  const lines =
    judged.length === 0 ? [quotaTexts.nobody] : [countsLine(judged), '', ...members.map(quotaTexts.line)];
  const footer = pages > 1 ? { footer: { text: quotaTexts.page(shown, pages) } } : {};
  return {
    embeds: [
      {
        title: quotaTexts.reportTitle(week.monday),
        description: lines.join('\n'),
        color: embedColor(settings),
        ...footer,
      },
    ],
    components: [
      ...pageButtons({
        page: shown,
        hasNext: shown < pages,
        labels: { previous: quotaTexts.previous, next: quotaTexts.next },
        customId: (target) => `quota.page:${week.key}:${target}`,
      }),
      ...excuseSelect(members, week, shown),
    ],
  };
}

function countsLine(judged: readonly Judged[]): string {
  const count = (outcome: Judged['outcome']) => judged.filter((one) => one.outcome === outcome).length;
  return OUTCOMES.filter((outcome) => count(outcome) > 0)
    .map((outcome) => quotaTexts.counts[outcome](count(outcome)))
    .join(' · ');
}

function excuseSelect(
  members: readonly Judged[],
  week: Week,
  page: number,
): NonNullable<Message['components']> {
  const below = members.filter(({ outcome }) => outcome === 'below');
  if (below.length === 0) return [];
  const options = below.map(({ memberId, robloxName, done, quota }) => ({
    label: clip(plainText(robloxName ?? quotaTexts.unknownName(memberId)), DISCORD_LIMITS.choiceName),
    description: quotaTexts.done(done, quota),
    value: memberId,
  }));
  return [
    {
      type: ACTION_ROW,
      components: [
        {
          type: STRING_SELECT,
          custom_id: `quota.excuse:${week.key}:${page}`,
          placeholder: quotaTexts.excuse,
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
    String(done),
    String(quota.amount),
    quota.counted,
    reason ?? '',
  ]);
  return {
    name: `quota-${week.monday}.csv`,
    contentType: 'text/csv',
    text: [head, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join(''),
  };
}

/** A text that a spreadsheet would take for a formula is kept from being one. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
