import { SlashCommandBuilder } from '@discordjs/builders';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('events')
      .setDescription(texts.command)
      .addSubcommand((pending) => pending.setName('pending').setDescription(texts.commandPending))
      .addSubcommand((draft) => draft.setName('draft').setDescription(texts.commandDraft))
      .addSubcommand((show) =>
        show
          .setName('show')
          .setDescription(texts.commandShow)
          .addStringOption((id) =>
            id.setName('id').setDescription(texts.optionId).setRequired(true).setAutocomplete(true),
          ),
      ),
  ];
}
