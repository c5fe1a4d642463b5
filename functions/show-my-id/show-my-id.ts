import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

export async function showMyId({ actor, interaction, settings }: CommandContext): Promise<Answer> {
  return {
    message: {
      embeds: [{ description: texts(interaction.locale).id(actor.id), color: embedColor(settings) }],
    },
  };
}
