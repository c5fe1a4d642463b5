import { SlashCommandBuilder } from '@discordjs/builders';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('set-rank')
      .setDescription(texts.command)
      .addUserOption((member) =>
        member.setName('member').setDescription(texts.optionMember).setRequired(true),
      )
      .addStringOption((rank) =>
        rank.setName('rank').setDescription(texts.optionRank).setRequired(true).setAutocomplete(true),
      ),
  ];
}
