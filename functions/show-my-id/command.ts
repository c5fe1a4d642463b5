import { SlashCommandBuilder } from '@discordjs/builders';
import { texts } from './texts.ts';

export function commands() {
  return [new SlashCommandBuilder().setName('show-my-id').setDescription(texts.command)];
}
