import { escapeMarkdown, mention } from '../../shared/discord/text.ts';
import type { Rank } from '../../shared/ranks/rank.ts';

/** Texts of `/demote`; what all rank changes say is in shared/ranks. */
export const texts = {
  command: 'Move somebody down to the rank below',
  optionMember: 'Who',

  atTheBottom: (id: string, rank: Rank) =>
    `${mention(id)} is **${escapeMarkdown(rank.name)}**, and there is no rank below it. Nobody was demoted.`,
} as const;
