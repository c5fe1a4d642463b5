import { SlashCommandBuilder } from '@discordjs/builders';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('ranks')
      .setDescription(texts.command)
      .addSubcommand((sub) => sub.setName('list').setDescription(texts.commandList))
      .addSubcommand((sub) => sub.setName('roblox').setDescription(texts.commandRoblox))
      .addSubcommand((sub) => sub.setName('compare').setDescription(texts.commandCompare))
      .addSubcommand((sub) =>
        sub
          .setName('set-role')
          .setDescription(texts.commandSetRole)
          .addStringOption((rank) =>
            rank.setName('rank').setDescription(texts.optionRank).setRequired(true).setAutocomplete(true),
          )
          .addRoleOption((role) => role.setName('role').setDescription(texts.optionRole).setRequired(true)),
      )
      .addSubcommand((sub) =>
        sub
          .setName('setup')
          .setDescription(texts.commandSetup)
          .addAttachmentOption((file) =>
            file.setName('file').setDescription(texts.optionFile).setFileTypes(['.json']),
          ),
      ),
  ];
}
