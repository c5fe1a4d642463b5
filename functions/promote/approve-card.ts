import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import type { Member } from '../../shared/members/member.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { moveMember } from '../../shared/ranks/move-member.ts';
import { dueRank, type Rank } from '../../shared/ranks/rank.ts';
import { readBeforeMove } from '../../shared/ranks/read-before-move.ts';
import { closeCard, openCard } from './open-card.ts';
import { texts } from './texts.ts';

/** The Approve button of a promotion card: the same as `/promote`, when the card's rank is still the one due. */
export async function approveCard(context: CommandContext): Promise<Answer> {
  const { memberId } = await openCard(context.db, context);
  const start = await readBeforeMove(context, memberId);
  return {
    change: (tx) =>
      moveMember(tx, context, start, {
        cause: 'card',
        choose: (member) => rankOfCard(tx, context, start.ranks, member),
      }),
  };
}

/** Closes the card as approved; as void when the member's points or rank no longer call for it. */
async function rankOfCard(
  tx: ChangeTransaction,
  context: CommandContext,
  ranks: readonly Rank[],
  member: Member,
): Promise<Rank | Reply> {
  const card = await openCard(tx, context);
  const due = dueRank(ranks, member);
  if (due !== undefined && due.id === card.rankId) {
    await closeCard(tx, context, card, { status: 'approved', to: due });
    return due;
  }
  const to = ranks.find((rank) => rank.id === card.rankId);
  const effectId = await closeCard(tx, context, card, { status: 'void', to });
  const said = texts(context.interaction.locale);
  return {
    message: { content: said.noLongerDue(card.memberId, to) },
    shows: [{ label: said.cardLine, effectId }],
  };
}
