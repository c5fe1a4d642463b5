import { escapeMarkdown, mention } from '../../shared/discord/text.ts';

/** Why somebody gets no points of an award. */
export type SkipReason = 'oneself' | 'bot' | 'not-linked';

/** Every text of `/points award`; what a member is sent is the text of `/points add`. */
export const awardTexts = {
  command: 'Give up to 25 people the same points, by a form',
  modalTitle: 'Award points',
  membersLabel: 'Who',
  membersHint: 'Up to 25 people; each gets the same points.',
  amountLabel: 'Points for each',

  given: (ids: readonly string[], amount: number) =>
    ids.length === 1
      ? `Gave ${points(amount)} to ${mentions(ids)}.`
      : `Gave ${points(amount)} each to ${ids.length} people: ${mentions(ids)}.`,
  skipped: {
    oneself: () => 'Not you: nobody gives points to themselves.',
    bot: (ids) => `Bots have no points: ${mentions(ids)}.`,
    'not-linked': (ids) =>
      `Not linked yet, so without points (\`/link-roblox\` links them): ${mentions(ids)}.`,
  } satisfies Record<SkipReason, (ids: readonly string[]) => string>,
  nobody: 'Nobody got points, so nothing was changed.',
  cards: (count: number) =>
    count === 1
      ? '1 promotion is due; the card is in the admin channel.'
      : `${count} promotions are due; the cards are in the admin channel.`,
  cardsLine: 'Promotion cards',
  directMessagesLine: 'Direct messages',
  adminLog: (award: {
    readonly actorId: string;
    readonly ids: readonly string[];
    readonly amount: number;
    readonly reason: string | null;
  }) =>
    (award.ids.length === 1
      ? `${mention(award.actorId)} gave ${mentions(award.ids)} ${points(award.amount)}.`
      : `${mention(award.actorId)} gave ${award.ids.length} people ${points(award.amount)} each: ${mentions(award.ids)}.`) +
    (award.reason === null ? '' : ` Reason: ${escapeMarkdown(award.reason)}`),
} as const;

function points(count: number): string {
  return count === 1 ? '1 point' : `${count} points`;
}

function mentions(ids: readonly string[]): string {
  return ids.map(mention).join(', ');
}
