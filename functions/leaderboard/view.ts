import type { Settings } from '../../shared/clans/settings.ts';
import type { Message } from '../../shared/discord/message.ts';
import { pageButtons } from '../../shared/discord/page-buttons.ts';
import { clip, escapeMarkdown, mention } from '../../shared/discord/text.ts';
import {
  LEADERBOARD_PERIODS,
  type LeaderboardPage,
  type LeaderboardPeriod,
  type Standing,
} from '../../shared/points/leaderboard.ts';
import type { Place } from '../../shared/points/place.ts';
import { placeText } from '../../shared/profiles/profile.ts';
import { type Rank, rankById } from '../../shared/ranks/rank.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { MEDALS, texts } from './texts.ts';

// Ten lines with these, escaped, stay below the 4,096 characters of a description.
const SHOWN_NAME = 64;
const SHOWN_RANK = 60;

export function leaderboardMessage(shown: {
  readonly period: LeaderboardPeriod;
  readonly table: LeaderboardPage;
  readonly ranks: readonly Rank[];
  readonly settings: Settings;
  readonly callerId: string;
  readonly isMember: boolean;
  /** Undefined: the caller has nothing to show in this period. */
  readonly own: (Place & { readonly points: number }) | undefined;
}): Message {
  const { period, table, ranks, settings, callerId, own } = shown;
  const t = texts(settings.locale);
  const lines = table.standings.map((standing) =>
    t.line(
      MEDALS[standing.place - 1] ?? t.place(standing.place),
      nameOf(standing),
      rankOf(standing, ranks),
      standing.points,
    ),
  );
  const ownLine =
    own !== undefined
      ? t.own(callerId, placeText(settings.locale, own), own.points)
      : shown.isMember
        ? t.ownNothing(callerId)
        : t.ownNotLinked(callerId);
  const body = lines.length > 0 ? lines.join('\n') : t.empty[period];
  return {
    embeds: [
      {
        title: t.titles[period],
        description: `${body}\n\n${ownLine}`,
        color: embedColor(settings),
        footer: { text: t.page(table.page, table.pages) },
      },
    ],
    components: [
      periodButtons(period, { callerId, labels: t.periods }),
      ...pageButtons({
        page: table.page,
        hasNext: table.page < table.pages,
        labels: t,
        customId: (page) => `leaderboard.page:${callerId}:${period}-${page}`,
      }),
    ],
  };
}

// Discord's numbers of an action row, a button and its styles; its types are for types only.
const ACTION_ROW = 1;
const BUTTON = 2;
const BLURPLE = 1;
const GREY = 2;

/** One button for each period; the one that is shown stands out and does nothing. */
function periodButtons(
  shown: LeaderboardPeriod,
  {
    callerId,
    labels,
  }: { readonly callerId: string; readonly labels: Readonly<Record<LeaderboardPeriod, string>> },
): NonNullable<Message['components']>[number] {
  return {
    type: ACTION_ROW,
    components: LEADERBOARD_PERIODS.map((period) => ({
      type: BUTTON,
      style: period === shown ? BLURPLE : GREY,
      label: labels[period],
      custom_id: `leaderboard.period:${callerId}:${period}`,
      disabled: period === shown,
    })),
  };
}

function nameOf(standing: Standing): string {
  if (standing.robloxName === null) return mention(standing.discordId);
  return `**${escapeMarkdown(clip(standing.robloxName, SHOWN_NAME))}** (${mention(standing.discordId)})`;
}

function rankOf(standing: Standing, ranks: readonly Rank[]): string {
  return escapeMarkdown(clip(rankById(ranks, standing.rankId).name, SHOWN_RANK));
}
