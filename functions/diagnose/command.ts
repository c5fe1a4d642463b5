import { SlashCommandBuilder } from '@discordjs/builders';
import { described } from '../../shared/languages/registered.ts';
import { texts } from './texts.ts';

export function commands() {
  return [described(new SlashCommandBuilder(), texts, (t) => t.command)];
}
