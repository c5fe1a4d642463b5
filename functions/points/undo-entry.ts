import type { Answer } from '../../shared/context/command-context.ts';
import { refuseOneself } from '../../shared/context/named-member.ts';
import { undo } from '../../shared/points/ledger.ts';
import { offerPromotion } from '../../shared/ranks/promotion-cards.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { postTo } from '../../shared/settings/post-to-channel.ts';
import { cut } from '../../shared/text/cut.ts';
import { pointsReply } from './change-points.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

const MAX_ID = 32;

/** Reverses one entry of the ledger by a new one; tells the member and the admin channel. */
export async function undoEntry(context: Context<'command points undo'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const entryId = cut(String(interaction.options['entry'] ?? '').trim(), MAX_ID);
  return {
    change: async (tx) => {
      const now = context.now();
      const { wanted, taken, member, original } = await undo(tx, {
        entryId: tx.newId(),
        reverses: entryId,
        actorId: actor.id,
        now,
        timeZone: settings.time_zone,
      });
      refuseOneself(actor, member.discordId, 'undo');
      const change = { points: taken.points, totalPoints: taken.lifetime };
      const missing = {
        points: taken.points - wanted.points,
        totalPoints: taken.lifetime - wanted.lifetime,
      };
      const forOthers = texts(settings.locale);
      const directEffect = await tx.addEffect({
        kind: 'dm',
        userId: member.discordId,
        message: {
          content: `${forOthers.undoMessage(settings.clan_name, forOthers.change(change))}\n${forOthers.youHave(member)}`,
        },
      });
      const logEffect = await postTo(tx, settings, 'admin', {
        content: forOthers.undoLog(
          { actorId: actor.id, memberId: member.discordId, kind: forOthers.kinds[original.kind] },
          forOthers.change(change),
        ),
      });
      const ranks = await ranksOf(tx, context);
      const cardEffect = await offerPromotion(tx, { member, ranks, settings, now });
      const said = texts(interaction.locale);
      const lines = [`${said.undoDone(member.discordId, said.change(change))} ${said.theyHave(member)}`];
      if (missing.points > 0 || missing.totalPoints > 0) lines.push(said.undoPartly(missing));
      const effects = { directEffect, logEffect, cardEffect };
      return pointsReply(interaction.locale, lines.join('\n'), effects);
    },
  };
}
