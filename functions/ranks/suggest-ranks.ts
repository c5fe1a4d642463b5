import type { Answer, CommandContext } from '../../shared/commands/handler.ts';
import { clip, DISCORD_LIMITS, plainText } from '../../shared/discord/text.ts';
import { listRanks } from '../../shared/ranks/rank.ts';

/** Ranks whose order or name holds what is typed. */
export async function suggestRanks({ db, interaction }: CommandContext): Promise<Answer> {
  const typed = interaction.focused?.value.trim().toLowerCase() ?? '';
  const ranks = await listRanks(db);
  const choices = ranks.map((rank) => ({
    name: clip(plainText(`${rank.order}. ${rank.name}`), DISCORD_LIMITS.choiceName),
    value: rank.id,
  }));
  const matches = choices.filter((choice) => choice.name.toLowerCase().includes(typed));
  return { choices: matches.slice(0, DISCORD_LIMITS.choices) };
}
