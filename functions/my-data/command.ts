import { SlashCommandBuilder } from '@discordjs/builders';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('my-data')
      .setDescription(texts.command)
      .addSubcommand((sub) => sub.setName('export').setDescription(texts.commandExport))
      .addSubcommand((sub) => sub.setName('delete').setDescription(texts.commandDelete)),
  ];
}
