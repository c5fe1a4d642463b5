import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import { otherMember } from '../../shared/context/named-member.ts';
import { holdToLimit } from '../../shared/guards/hold-to-limit.ts';
import { requireLinked } from '../../shared/members/member.ts';
import { awardPoints, removePoints as take } from '../../shared/points/ledger.ts';
import { offerPromotion } from '../../shared/ranks/promotion-cards.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { postTo } from '../../shared/settings/post-to-channel.ts';
import { changedMessage, type PointsChange } from './changed-message.ts';
import type { Context } from './declaration.ts';
import { amountOf, reasonOf, typedAmount } from './read-request.ts';
import { texts } from './texts.ts';

interface PointsRequest extends PointsChange {
  readonly memberId: string;
}

export async function add(context: Context<'command points add'>): Promise<Answer> {
  return changePoints(context, requestOf(context, 'add'));
}

export async function remove(context: Context<'command points remove'>): Promise<Answer> {
  return changePoints(context, requestOf(context, 'remove'));
}

/** The submitted "Add points" form of the user menu; the modal's custom id carries who it is about. */
export async function addFromMenu(context: Context<'modal points.add'>): Promise<Answer> {
  const { interaction, settings } = context;
  return changePoints(context, {
    direction: 'add',
    memberId: otherMember(context, interaction.recordId, 'points'),
    amount: typedAmount(interaction.fields.amount, settings.points.manual_max),
    reason: reasonOf(interaction.fields.reason?.[0]),
  });
}

function requestOf(
  context: Context<'command points add' | 'command points remove'>,
  direction: 'add' | 'remove',
): PointsRequest {
  const { options } = context.interaction;
  return {
    direction,
    memberId: otherMember(context, options['member'], 'points'),
    amount: amountOf(options['amount'], context.settings.points.manual_max),
    reason: reasonOf(options['reason']),
  };
}

/** One ledger entry with its direct message, its line in the admin channel and the promotion that became due. */
function changePoints(context: CommandContext, request: PointsRequest): Answer {
  const { actor, settings, interaction } = context;
  const { direction, memberId, amount, reason } = request;
  return {
    change: async (tx) => {
      const before = await requireLinked(tx, memberId, 'they', context.seen);
      const limit = await holdToLimit(tx, context, { kind: 'points', amount });
      if ('message' in limit) return limit;
      const posting = {
        entryId: tx.newId(),
        memberId,
        member: before,
        amount,
        reason,
        actorId: actor.id,
        now: context.now(),
        timeZone: settings.time_zone,
      };
      const { member } =
        direction === 'add' ? await awardPoints(tx, { ...posting, kind: 'award' }) : await take(tx, posting);
      const message = { content: changedMessage(settings, request, member) };
      const directEffect = await tx.addEffect({ kind: 'dm', userId: memberId, message });
      const forOthers = texts(settings.locale);
      const given = { actorId: actor.id, memberId, amount };
      const logLine = direction === 'add' ? forOthers.logGiven(given) : forOthers.logTaken(given);
      const logEffect = await postTo(tx, settings, 'admin', {
        content: reason === null ? logLine : `${logLine} ${forOthers.reason(reason)}`,
      });
      const offer = { member, ranks: await ranksOf(tx, context), settings, now: context.now() };
      const cardEffect = direction === 'add' ? await offerPromotion(tx, offer) : undefined;
      await limit.use();
      const said = texts(interaction.locale);
      const done = direction === 'add' ? said.given(memberId, amount) : said.taken(memberId, amount);
      const effects = { directEffect, logEffect, cardEffect };
      return pointsReply(interaction.locale, `${done} ${said.theyHave(member)}`, effects);
    },
  };
}

/** What was done, and how its messages went. */
export function pointsReply(
  locale: string | undefined,
  done: string,
  effects: {
    readonly directEffect: string;
    readonly logEffect: string | undefined;
    readonly cardEffect: string | undefined;
  },
): Reply {
  const { directEffect, logEffect, cardEffect } = effects;
  const said = texts(locale);
  const lines = [done];
  if (cardEffect !== undefined) lines.push(said.promotionDue);
  if (logEffect === undefined) lines.push(said.noAdminChannel);
  return {
    message: { content: lines.join('\n') },
    shows: [
      { label: said.directMessageLine, effectId: directEffect },
      ...(logEffect === undefined ? [] : [{ label: said.adminLogLine, effectId: logEffect }]),
      ...(cardEffect === undefined ? [] : [{ label: said.cardLine, effectId: cardEffect }]),
    ],
  };
}
