import { clip, escapeMarkdown, mention } from '../../shared/discord/text.ts';
import type { Rank } from '../../shared/ranks/rank.ts';

/** Texts of `/set-rank`; what all rank changes say is in shared/ranks. */
export const texts = {
  command: 'Give somebody any rank',
  optionMember: 'Who',
  optionRank: 'Which rank (type to search)',

  noSuchRank: (typed: string) =>
    `"${escapeMarkdown(clip(typed, 100))}" is no rank of this clan. Nothing was changed. Choose one from the list.`,
  sameRank: (id: string, rank: Rank) =>
    `${mention(id)} is **${escapeMarkdown(rank.name)}** already. Nothing was changed.`,
} as const;
