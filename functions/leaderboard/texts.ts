import { mention } from '../../shared/discord/text.ts';
import type { LeaderboardPeriod } from '../../shared/points/leaderboard.ts';

/** Every text of `/leaderboard`. */
export const texts = {
  command: 'Who has the most points',
  optionPeriod: 'Lifetime points, or points earned this week or month',
  optionPage: 'Which page',

  periods: {
    all: 'All time',
    week: 'This week',
    month: 'This month',
  } satisfies Record<LeaderboardPeriod, string>,
  title: (period: LeaderboardPeriod) => `🏆 Leaderboard · ${texts.periods[period]}`,
  medals: ['🥇', '🥈', '🥉'],
  place: (place: string) => `**#${place}**`,
  line: (mark: string, name: string, rank: string, points: string) =>
    `${mark} ${name} · ${rank} · **${points}**`,
  named: (id: string, robloxName: string) => `**${robloxName}** (${mention(id)})`,
  empty: {
    all: 'Nobody has linked a Roblox account yet. Be the first: `/link-roblox`.',
    week: 'Nobody has earned points this week yet.',
    month: 'Nobody has earned points this month yet.',
  } satisfies Record<LeaderboardPeriod, string>,

  own: (id: string, place: string, points: string) => `${mention(id)}: ${place} with **${points}**`,
  ownNothing: (id: string) => `${mention(id)}: no points in this time yet`,
  ownNotLinked: (id: string) => `${mention(id)}: not linked yet, \`/link-roblox\` does it`,
  points: (count: string, one: boolean) => `${count} ${one ? 'point' : 'points'}`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
} as const;
