import { SlashCommandBuilder } from '@discordjs/builders';
import type { Settings } from '../../shared/clans/settings.ts';
import { texts } from './texts.ts';

/** The types are choices of this clan's own. */
export function commands(settings: Settings) {
  return [
    new SlashCommandBuilder()
      .setName('submit-event')
      .setDescription(texts.command)
      .addStringOption((type) =>
        type
          .setName('type')
          .setDescription(texts.optionType)
          .setRequired(true)
          .addChoices(...settings.events.types.map((name) => ({ name, value: name }))),
      ),
  ];
}
