import type { Answer, CommandContext } from '../context/command-context.ts';
import { clip, DISCORD_LIMITS, plainText } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import { lookOf } from '../text/name.ts';
import { listRanks, type Rank } from './rank.ts';

/** How a rank is offered that only admins grant. */
const adminOnlyTexts = catalogue({
  en: { choice: (rank: string) => `${rank} (admin only)` },
  de: { choice: (rank) => `${rank} (nur Admins)` },
  'es-ES': { choice: (rank) => `${rank} (solo admins)` },
  fr: { choice: (rank) => `${rank} (admins seulement)` },
  'pt-BR': { choice: (rank) => `${rank} (só admins)` },
});

/** Autocomplete: ranks whose order or name holds what is typed, by rising order; as many as may be offered. */
export async function suggestRanks({ interaction, db }: CommandContext): Promise<Answer> {
  const typed = (interaction.focused?.value ?? '').trim().toLowerCase();
  const choices = (await listRanks(db))
    .map((rank) => ({
      name: clip(plainText(choiceName(rank, interaction.locale)), DISCORD_LIMITS.choiceName),
      value: rank.id,
    }))
    .filter(({ name }) => name.toLowerCase().includes(typed))
    .slice(0, DISCORD_LIMITS.choices);
  return { choices };
}

/** The rank that was chosen from the list (its id), or typed as its name. Undefined: there is none. */
export function chosenRank(ranks: readonly Rank[], option: unknown): Rank | undefined {
  const typed = String(option ?? '').trim();
  const look = lookOf(typed).toLowerCase();
  return (
    ranks.find((rank) => rank.id === typed) ?? ranks.find((rank) => lookOf(rank.name).toLowerCase() === look)
  );
}

function choiceName({ order, name, adminOnly }: Rank, locale: string | undefined): string {
  const rank = `${order}. ${name}`;
  return adminOnly ? adminOnlyTexts(locale).choice(rank) : rank;
}
