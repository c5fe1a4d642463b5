import type { Answer } from '../../shared/context/command-context.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { addQuota, closeQuota, isSameSpan, type Quota, quotasSince } from '../../shared/quota/quota.ts';
import { ranksOfSpan } from '../../shared/quota/span.ts';
import { quotaTexts } from '../../shared/quota/texts.ts';
import { weekAt } from '../../shared/quota/week.ts';
import { chosenRank } from '../../shared/ranks/choose-rank.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import type { Context } from './declaration.ts';
import { MAX_AMOUNT } from './limits.ts';
import { texts } from './texts.ts';

/**
 * Sets the quota of a span of ranks. It counts from the week after this one; the one that the span had goes on until then.
 * Throws `UserError` `bad-amount`, `bad-choice`, `no-such-rank`, `no-ranks` and `same-quota`.
 */
export async function setQuota(context: Context<'command quota set'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const { options } = interaction;
  const amount = amountOf(options.points);
  const counted = options.counts ?? 'points';
  if (counted !== 'points' && counted !== 'events') {
    throw new UserError('bad-choice', (locale) => texts(locale).badCounts);
  }
  return {
    change: async (tx) => {
      const now = context.now();
      const ranks = await listRanks(tx);
      const span = {
        fromId: rankIn(ranks, options['rank-from']),
        toId: rankIn(ranks, options['rank-to']),
        category: typeof options.category === 'string' ? options.category.trim() || null : null,
      };
      const covered = ranksOfSpan(span, ranks);
      if (covered.length === 0) throw new UserError('no-ranks', (locale) => texts(locale).noRanks);
      const thisWeek = weekAt(now, settings.time_zone).key;
      const open = (await quotasSince(tx, thisWeek)).filter(({ lastWeek }) => lastWeek === null);
      const before = open.find((one) => isSameSpan(one, span));
      if (before?.amount === amount && before.counted === counted) {
        throw new UserError('same-quota', (locale) =>
          texts(locale).sameQuota(quotaTexts(locale).amount(before)),
        );
      }
      const by = { actorId: actor.id, now };
      if (before !== undefined && !(await closeQuota(tx, before.id, thisWeek, by))) {
        throw new ConflictError('the quota of this span changed meanwhile');
      }
      const firstWeek = weekAt(now, settings.time_zone, -1).key;
      const quota: Quota = { id: tx.newId(), amount, counted, ...span, firstWeek, lastWeek: null };
      await addQuota(tx, quota, by);
      const overlapping = open.filter((one) => one !== before && overlaps(one, covered, ranks));
      const goesOn = before !== undefined && before.firstWeek <= thisWeek ? before : undefined;
      const said = texts(interaction.locale);
      const { amount: amountText, ranks: ranksText } = quotaTexts(interaction.locale);
      const lines = [
        said.isSet(amountText(quota), ranksText(covered), firstWeek.slice(1)),
        ...(goesOn === undefined ? [] : [said.replaced(amountText(goesOn))]),
        ...(overlapping.length === 0 ? [] : [said.narrower(overlapping.length)]),
      ];
      return { message: { content: lines.join('\n') } };
    },
  };
}

function amountOf(option: unknown): number {
  if (typeof option === 'number' && Number.isInteger(option) && option >= 1 && option <= MAX_AMOUNT) {
    return option;
  }
  throw new UserError('bad-amount', (locale) => texts(locale).badAmount(MAX_AMOUNT));
}

function rankIn(ranks: readonly Rank[], option: unknown): string | null {
  if (option === undefined) return null;
  const rank = chosenRank(ranks, option);
  if (rank === undefined) {
    throw new UserError('no-such-rank', (locale) => texts(locale).noSuchRank(String(option)));
  }
  return rank.id;
}

function overlaps(quota: Quota, covered: readonly Rank[], ranks: readonly Rank[]): boolean {
  return ranksOfSpan(quota, ranks).some((rank) => covered.includes(rank));
}
