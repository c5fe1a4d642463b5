import type { CommandContext } from '../../shared/context/command-context.ts';
import { refuseOneself } from '../../shared/context/named-member.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { closedCardMessage } from '../../shared/ranks/card-message.ts';
import { decideCard, findCard, type PromotionCard } from '../../shared/ranks/promotion-cards.ts';
import type { Rank } from '../../shared/ranks/rank.ts';
import { texts } from './texts.ts';

/**
 * The card that a button names, while it is open. Throws `UserError` `no-such-card`, `card-closed` (saying who
 * decided what and when) and `own-card`.
 */
export async function openCard(q: Queryable, context: CommandContext): Promise<PromotionCard> {
  const card = await findCard(q, context.interaction.recordId ?? '');
  if (card === undefined) throw new UserError('no-such-card', (locale) => texts(locale).noSuchCard);
  const { status, decidedBy, decidedAt } = card;
  if (status !== 'open') {
    throw new UserError('card-closed', (locale) => {
      const said = texts(locale);
      if (decidedAt === null) return said.cardClosed;
      return status === 'void' ? said.cardVoid(decidedAt) : said.cardDecided[status](decidedBy, decidedAt);
    });
  }
  refuseOneself(context.actor, card.memberId, 'card');
  return card;
}

/**
 * Closes an open card and disables its buttons. Returns the effect that edits its message. Throws
 * `ConflictError` when somebody else closed it first; the transaction then starts again and finds out who.
 */
export async function closeCard(
  tx: ChangeTransaction,
  context: CommandContext,
  card: PromotionCard,
  close: { readonly status: 'approved' | 'denied' | 'void'; readonly to: Rank | undefined },
): Promise<string> {
  const now = context.now();
  const { status, to } = close;
  const { cardId, memberId } = card;
  const first = await decideCard(tx, { cardId, status, actorId: context.actor.id, now });
  if (!first) throw new ConflictError(`the card ${cardId} was closed meanwhile`);
  const end = status === 'void' ? { status } : { status, decidedBy: context.actor.id };
  const message = closedCardMessage({ cardId, memberId, to, at: now }, end, context.settings);
  return tx.addEffect({ kind: 'edit', of: { table: 'promotion_cards', id: cardId }, message });
}
