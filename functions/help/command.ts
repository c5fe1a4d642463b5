import { SlashCommandBuilder } from '@discordjs/builders';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('help')
      .setDescription(texts.command)
      .addStringOption((command) =>
        command.setName('command').setDescription(texts.optionCommand).setAutocomplete(true),
      ),
  ];
}
