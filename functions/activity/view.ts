import type { Settings } from '../../shared/clans/settings.ts';
import type { Reply } from '../../shared/context/command-context.ts';
import { markdownAsText } from '../../shared/discord/markdown-as-text.ts';
import { clip, DISCORD_LIMITS, escapeMarkdown } from '../../shared/discord/text.ts';
import { languageOf } from '../../shared/languages/language.ts';
import type { WeekPoints } from '../../shared/points/weekly-points.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { cut } from '../../shared/text/cut.ts';
import { texts as activityTexts } from './texts.ts';

export interface ActivityWeek extends WeekPoints {
  readonly onLeave: boolean;
}

interface Activity {
  /** The present week last. */
  readonly weeks: readonly ActivityWeek[];
  /** Of the member or the clan, not escaped. */
  readonly name: string;
  readonly settings: Settings;
  /** Points that the member's rank asks for in the present week. */
  readonly quota: number | undefined;
}

/** The figures of each week as text, and as a picture where the clan wants pictures. */
export function activityReply(locale: string | undefined, { weeks, name, settings, quota }: Activity): Reply {
  const texts = activityTexts(locale);
  const days = new Intl.DateTimeFormat(languageOf(locale), {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const dayOf = ({ monday }: WeekPoints) => days.format(Date.parse(monday));
  const total = weeks.reduce((sum, { points }) => sum + points, 0);
  const figures = [
    { label: texts.total, value: texts.count(total) },
    { label: texts.average, value: texts.count(Math.round(total / weeks.length)) },
    { label: texts.best, value: texts.count(Math.max(...weeks.map(({ points }) => points))) },
  ];
  const lines = [
    figures.map(({ label, value }) => `${label}: **${value}**`).join(' · '),
    ...(quota === undefined ? [] : [texts.quota(quota)]),
    ...weeks.map((week) => {
      const line = `${texts.weekOf(dayOf(week))}: ${texts.points(week.points)}`;
      return week.onLeave ? `${line} (${texts.onLeave})` : line;
    }),
    ...(weeks.every(({ points }) => points === 0) ? [texts.nothing] : []),
  ];
  const title = texts.title(escapeMarkdown(clip(name, 100)));
  const description = [title, ...lines].map(markdownAsText).join('\n');
  return {
    message: {
      embeds: [
        {
          title: clip(title, DISCORD_LIMITS.embedTitle),
          description: lines.join('\n'),
          color: embedColor(settings),
        },
      ],
    },
    ...(settings.pictures
      ? {
          picture: {
            name: 'activity.png',
            description: cut(description, DISCORD_LIMITS.attachmentDescription),
            picture: {
              kind: 'activity',
              color: settings.color,
              title: cut(name, 300),
              subtitle: texts.subtitle(weeks.length),
              figures,
              weeks: weeks.map((week) => ({
                label: dayOf(week),
                points: Math.max(0, week.points),
                value: texts.count(week.points),
                onLeave: week.onLeave,
              })),
              ...(quota === undefined ? {} : { quota: { points: quota, label: texts.quota(quota) } }),
              ...(weeks.some(({ onLeave }) => onLeave) ? { leaveLabel: texts.legendLeave } : {}),
            },
          },
        }
      : {}),
  };
}
