import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { unlessOlder } from '../../shared/database/older-schema.ts';
import { clip, DISCORD_LIMITS, plainText } from '../../shared/discord/text.ts';
import { type Quota, quotasSince } from '../../shared/quota/quota.ts';
import { quotaTexts } from '../../shared/quota/texts.ts';
import { lastWeeks, weekAt } from '../../shared/quota/week.ts';
import { suggestRanks } from '../../shared/ranks/choose-rank.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { WEEKS } from './limits.ts';
import { texts } from './texts.ts';

/** Autocomplete: the last 8 weeks. */
export async function suggestWeeks({ settings, now, interaction }: CommandContext): Promise<Answer> {
  const weeks = lastWeeks(now(), settings.time_zone, WEEKS);
  const { thisWeek, weekFrom } = texts(interaction.locale);
  return {
    choices: weeks.map(({ key, monday }, index) => ({
      name: index === 0 ? thisWeek(monday) : weekFrom(monday),
      value: key,
    })),
  };
}

/** Autocomplete: ranks, or the categories that they have. */
export async function suggestForSet(context: CommandContext): Promise<Answer> {
  const { focused } = context.interaction;
  if (focused?.name !== 'category') return suggestRanks(context);
  const typed = focused.value.trim().toLowerCase();
  const categories = new Set((await listRanks(context.db)).flatMap(({ category }) => category ?? []));
  const choices = [...categories]
    .filter((name) => name.toLowerCase().includes(typed))
    .slice(0, DISCORD_LIMITS.choices)
    .map((name) => ({
      name: clip(plainText(name), DISCORD_LIMITS.choiceName),
      value: clip(name, DISCORD_LIMITS.choiceValue),
    }));
  return { choices };
}

/** Autocomplete: the quotas that have no end. */
export async function suggestQuotas({ db, settings, now, interaction }: CommandContext): Promise<Answer> {
  const thisWeek = weekAt(now(), settings.time_zone).key;
  const quotas = await unlessOlder(() => quotasSince(db, thisWeek), []);
  const ranks = await listRanks(db);
  const choices = quotas
    .filter(({ lastWeek }) => lastWeek === null)
    .slice(0, DISCORD_LIMITS.choices)
    .map((quota) => ({
      name: clip(choiceName(interaction.locale, quota, ranks), DISCORD_LIMITS.choiceName),
      value: quota.id,
    }));
  return { choices };
}

/** What is asked for, the ranks, and the category. */
function choiceName(locale: string | undefined, quota: Quota, ranks: readonly Rank[]): string {
  const name = (id: string | null) =>
    clip(plainText(ranks.find((rank) => rank.id === id)?.name ?? texts(locale).anyRank), 30);
  const parts = [quotaTexts(locale).amount(quota), `${name(quota.fromId)} – ${name(quota.toId)}`];
  return [...parts, ...(quota.category === null ? [] : [plainText(quota.category)])].join(' · ');
}
