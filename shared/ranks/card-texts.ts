import { clip, escapeMarkdown, mention, timestamp } from '../discord/text.ts';

/** Every text of a promotion card. Names of ranks come escaped. */
export const cardTexts = {
  due: 'Promotion due',
  reached: (id: string, robloxName: string | null, rank: string) =>
    `${mention(id)}${robloxName === null ? '' : ` (${escapeMarkdown(clip(robloxName, 64))})`} has reached the points for **${rank}**.`,
  rankNow: 'Rank now',
  nextRank: 'Next rank',
  points: 'Points',
  pointsOf: (points: number, needed: number) => `${points} of ${needed}`,
  approve: 'Approve',
  deny: 'Deny',

  ended: {
    approved: 'Promotion approved',
    denied: 'Promotion denied',
    void: 'Promotion no longer applies',
  },
  about: (id: string, rank: string | undefined) =>
    `${mention(id)} · ${rank === undefined ? 'a rank that no longer exists' : `**${rank}**`}`,
  decided: {
    approved: (by: string, at: number) => `Approved by ${mention(by)} ${timestamp(at, 'R')}.`,
    denied: (by: string, at: number) => `Denied by ${mention(by)} ${timestamp(at, 'R')}.`,
  },
  voided: (at: number) => `The rank was changed in another way ${timestamp(at, 'R')}.`,
} as const;
