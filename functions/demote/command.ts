import { SlashCommandBuilder } from '@discordjs/builders';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('demote')
      .setDescription(texts.command)
      .addUserOption((member) =>
        member.setName('member').setDescription(texts.optionMember).setRequired(true),
      ),
  ];
}
