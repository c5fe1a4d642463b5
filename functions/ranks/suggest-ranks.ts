import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { rankChoices } from '../../shared/ranks/choose-rank.ts';
import { listRanks } from '../../shared/ranks/rank.ts';

/** Ranks to choose from while somebody types. */
export async function suggestRanks({ interaction, db }: CommandContext): Promise<Answer> {
  return { choices: rankChoices(await listRanks(db), interaction.focused?.value ?? '') };
}
