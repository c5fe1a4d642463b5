import { escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import type { PromotionCard } from '../../shared/ranks/promotion-cards.ts';
import type { Rank } from '../../shared/ranks/rank.ts';

/** Texts of `/promote` and the promotion cards' buttons; what all rank changes say is in shared/ranks. */
export const texts = {
  command: 'Promote somebody to the next rank',
  optionMember: 'Who',

  atTheTop: (id: string, rank: Rank) =>
    `${mention(id)} is **${escapeMarkdown(rank.name)}**, and there is no rank above it. Nobody was promoted.`,
  notEnoughPoints: (id: string, next: Rank, points: number) =>
    `${mention(id)} needs ${next.pointsRequired} points for **${escapeMarkdown(next.name)}** and has ${points}. ` +
    'Nobody was promoted. Give points with `/points add`, or use `/set-rank` to do without them.',

  noSuchCard: 'This promotion is not known any more. Nothing was changed.',
  cardClosed: (card: PromotionCard) =>
    `${CLOSED[card.status]}${card.decidedBy === null ? '' : ` by ${mention(card.decidedBy)}`}` +
    `${card.decidedAt === null ? '' : ` on ${timestamp(card.decidedAt)}`}. Nothing was changed.`,
  noLongerDue: (id: string, to: Rank | undefined) =>
    `The promotion of ${mention(id)}${to === undefined ? '' : ` to **${escapeMarkdown(to.name)}**`} no longer applies: ` +
    'their points or their rank have changed. Nobody was promoted; the card is closed.',
  denied: (id: string, to: Rank | undefined) =>
    `The promotion of ${mention(id)}${to === undefined ? '' : ` to **${escapeMarkdown(to.name)}**`} was denied. ` +
    'A new card is posted when they next get points.',
  cardLine: 'Card',
} as const;

const CLOSED: Record<PromotionCard['status'], string> = {
  open: 'This promotion is open',
  approved: 'This promotion was approved',
  denied: 'This promotion was denied',
  void: 'This promotion no longer applies: the rank was changed in another way',
};
