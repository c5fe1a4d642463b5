import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { closeCard, openCard } from './open-card.ts';
import { texts } from './texts.ts';

/** The Deny button of a promotion card. The member keeps rank and points. */
export async function denyCard(context: CommandContext): Promise<Answer> {
  return {
    change: async (tx) => {
      const card = await openCard(tx, context);
      const to = (await ranksOf(tx, context)).find((rank) => rank.id === card.rankId);
      const effectId = await closeCard(tx, context, card, { status: 'denied', to });
      const said = texts(context.interaction.locale);
      return {
        message: { content: said.denied(card.memberId, to) },
        shows: [{ label: said.cardLine, effectId }],
      };
    },
  };
}
