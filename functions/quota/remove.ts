import type { Answer } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { closeQuota, quotasSince } from '../../shared/quota/quota.ts';
import { ranksOfSpan } from '../../shared/quota/span.ts';
import { quotaTexts } from '../../shared/quota/texts.ts';
import { weekAt } from '../../shared/quota/week.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

/** Takes a quota away: the last week in which it counts is the one before this. Throws `UserError` `no-such-quota`. */
export async function removeQuota(context: Context<'command quota remove'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const id = String(interaction.options.quota ?? '');
  return {
    change: async (tx) => {
      const now = context.now();
      const quotas = await quotasSince(tx, weekAt(now, settings.time_zone).key);
      const quota = quotas.find((one) => one.id === id);
      const before = weekAt(now, settings.time_zone, 1).key;
      const isOpen = quota !== undefined && (await closeQuota(tx, id, before, { actorId: actor.id, now }));
      if (!isOpen) throw new UserError('no-such-quota', (locale) => texts(locale).noSuchQuota);
      const span = ranksOfSpan(quota, await ranksOf(tx, context));
      const { amount, ranks } = quotaTexts(interaction.locale);
      return { message: { content: texts(interaction.locale).removed(amount(quota), ranks(span)) } };
    },
  };
}
