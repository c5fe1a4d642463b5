import type { Answer, Reply, ShownEffect } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { holdToLimit } from '../../shared/guards/hold-to-limit.ts';
import { findMembersById, isLinked } from '../../shared/members/member.ts';
import { awardToEach } from '../../shared/points/ledger.ts';
import { offerPromotions } from '../../shared/ranks/promotion-cards.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { postTo } from '../../shared/settings/post-to-channel.ts';
import { awardTexts } from './award-texts.ts';
import { changedMessage } from './changed-message.ts';
import type { Context } from './declaration.ts';
import { MAX_AWARDED } from './limits.ts';
import { reasonOf, typedAmount } from './read-request.ts';
import { texts } from './texts.ts';

/** The submitted form: points for each of the people chosen, as by `/points add`, in one transaction. */
export async function award(context: Context<'modal points.award'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const { fields, people } = interaction;
  const amount = typedAmount(fields.amount, settings.points.manual_max);
  const reason = reasonOf(fields.reason?.[0]);
  const chosen = [...new Set(fields.members)].flatMap((id) => people[id] ?? []).slice(0, MAX_AWARDED);
  const others = chosen.filter(({ id, isBot }) => !isBot && id !== actor.id).map(({ id }) => id);
  return {
    change: async (tx) => {
      const known = await findMembersById(tx, others);
      const members = [...known.values()].filter(isLinked);
      const linked = new Set(members.map(({ discordId }) => discordId));
      const skipped = skippedLines({
        oneself: chosen.some(({ id }) => id === actor.id),
        bots: chosen.filter(({ isBot }) => isBot).map(({ id }) => id),
        notLinked: others.filter((id) => !linked.has(id)),
      });
      if (members.length === 0) {
        throw new UserError('nobody', (locale) => {
          return [awardTexts(locale).nobody, ...skipped(locale)].join('\n');
        });
      }

      const limit = await holdToLimit(tx, context, { kind: 'points', amount: amount * members.length });
      if ('message' in limit) return limit;
      const now = context.now();
      const request = { members, amount, reason, actorId: actor.id };
      const clock = { now, timeZone: settings.time_zone, newId: tx.newId };
      const awarded = (await awardToEach(tx, { ...request, ...clock })).map(({ member }) => member);
      const ids = awarded.map(({ discordId }) => discordId);
      const messages: string[] = [];
      for (const member of awarded) {
        const content = changedMessage(settings, { direction: 'add', amount, reason }, member);
        messages.push(await tx.addEffect({ kind: 'dm', userId: member.discordId, message: { content } }));
      }
      const given = awardTexts(settings.locale).adminLog({ actorId: actor.id, ids, amount });
      const content = reason === null ? given : `${given} ${texts(settings.locale).reason(reason)}`;
      const logEffect = await postTo(tx, settings, 'admin', { content });
      const ranks = await ranksOf(tx, context);
      const cards = await offerPromotions(tx, { members: awarded, ranks, settings, now });
      await limit.use();
      const { locale } = interaction;
      const done = [awardTexts(locale).given(ids, amount), ...skipped(locale)];
      return awardReply(done, { messages, logEffect, cards }, locale);
    },
  };
}

/** Who gets nothing and why, a line for each reason. */
function skippedLines(skipped: {
  readonly oneself: boolean;
  readonly bots: readonly string[];
  readonly notLinked: readonly string[];
}): (locale: string | undefined) => readonly string[] {
  const { oneself, bots, notLinked } = skipped;
  return (locale) => {
    const said = awardTexts(locale);
    return [
      ...(oneself ? [said.notYourself] : []),
      ...(bots.length > 0 ? [said.bots(bots)] : []),
      ...(notLinked.length > 0 ? [said.notLinked(notLinked)] : []),
    ];
  };
}

function awardReply(
  done: readonly string[],
  effects: {
    readonly messages: readonly string[];
    readonly logEffect: string | undefined;
    readonly cards: readonly string[];
  },
  locale: string | undefined,
): Reply {
  const { messages, logEffect, cards } = effects;
  const said = awardTexts(locale);
  const lines = [
    ...done,
    ...(cards.length > 0 ? [said.cards(cards.length)] : []),
    ...(logEffect === undefined ? [texts(locale).noAdminChannel] : []),
  ];
  return {
    message: { content: lines.join('\n') },
    shows: [
      ...shown(said.directMessagesLine, messages, { afterwards: true }),
      ...shown(texts(locale).adminLogLine, logEffect === undefined ? [] : [logEffect]),
      ...shown(said.cardsLine, cards, { afterwards: true }),
    ],
  };
}

/** One line for several effects of a kind; none for no effect. */
function shown(
  label: string,
  [first, ...others]: readonly string[],
  more: { readonly afterwards?: true } = {},
): readonly ShownEffect[] {
  if (first === undefined) return [];
  return [{ label, effectId: first, ...(others.length === 0 ? {} : { others }), ...more }];
}
