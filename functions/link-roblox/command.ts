import { SlashCommandBuilder } from '@discordjs/builders';
import { described } from '../../shared/languages/registered.ts';
import { MAX_USERNAME } from './find-account.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command).addStringOption((username) =>
      described(username, texts, (t) => t.username)
        .setRequired(true)
        .setMaxLength(MAX_USERNAME + 1),
    ),
  ];
}
