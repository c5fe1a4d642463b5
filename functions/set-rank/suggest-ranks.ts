import type { Answer, CommandContext } from '../../shared/commands/handler.ts';
import { clip, DISCORD_LIMITS, plainText } from '../../shared/discord/text.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { texts } from './texts.ts';

/** Ranks whose name or place holds what is typed, by rising order. */
export async function suggestRanks({ interaction, db }: CommandContext): Promise<Answer> {
  const typed = interaction.focused?.value.trim().toLowerCase() ?? '';
  const choices = (await listRanks(db))
    .map((rank) => ({ name: clip(plainText(texts.choice(rank)), DISCORD_LIMITS.choiceName), value: rank.id }))
    .filter(({ name }) => name.toLowerCase().includes(typed));
  return { choices: choices.slice(0, DISCORD_LIMITS.choices) };
}
