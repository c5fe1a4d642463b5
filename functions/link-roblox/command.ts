import { SlashCommandBuilder } from '@discordjs/builders';
import { MAX_USERNAME } from './find-account.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('link-roblox')
      .setDescription(texts.command)
      .addStringOption((username) =>
        username
          .setName('username')
          .setDescription(texts.optionUsername)
          .setRequired(true)
          .setMaxLength(MAX_USERNAME + 1),
      ),
  ];
}
