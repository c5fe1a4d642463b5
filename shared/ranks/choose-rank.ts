import { clip, DISCORD_LIMITS, plainText } from '../discord/text.ts';
import type { Rank } from './rank.ts';

/** Ranks whose order or name holds what is typed, by rising order; as many as autocomplete may offer. */
export function rankChoices(
  ranks: readonly Rank[],
  typed: string,
): readonly { readonly name: string; readonly value: string }[] {
  const wanted = typed.trim().toLowerCase();
  return ranks
    .map((rank) => ({ name: clip(plainText(choiceName(rank)), DISCORD_LIMITS.choiceName), value: rank.id }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, DISCORD_LIMITS.choices);
}

/** The rank that was chosen from the list (its id), or typed as its name. Undefined: there is none. */
export function chosenRank(ranks: readonly Rank[], option: unknown): Rank | undefined {
  const typed = String(option ?? '').trim();
  const name = typed.toLowerCase();
  return ranks.find((rank) => rank.id === typed) ?? ranks.find((rank) => rank.name.toLowerCase() === name);
}

function choiceName({ order, name, adminOnly }: Rank): string {
  return `${order}. ${name}${adminOnly ? ' (admin only)' : ''}`;
}
