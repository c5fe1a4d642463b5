import { SlashCommandBuilder } from '@discordjs/builders';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('sync')
      .setDescription(texts.command)
      .addUserOption((member) => member.setName('member').setDescription(texts.optionMember))
      .addBooleanOption((dryRun) => dryRun.setName('dry-run').setDescription(texts.optionDryRun)),
  ];
}
