import { ContextMenuCommandBuilder, SlashCommandBuilder } from '@discordjs/builders';
import { texts } from './texts.ts';

// ApplicationCommandType.User of Discord's API.
const USER_MENU = 2;

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('member')
      .setDescription(texts.command)
      .addSubcommand((check) =>
        check
          .setName('check')
          .setDescription(texts.commandCheck)
          .addUserOption((member) =>
            member.setName('member').setDescription(texts.optionMember).setRequired(true),
          ),
      )
      .addSubcommand((verify) =>
        verify
          .setName('verify')
          .setDescription(texts.commandVerify)
          .addUserOption((member) =>
            member.setName('member').setDescription(texts.optionMember).setRequired(true),
          ),
      ),
    new ContextMenuCommandBuilder().setName('Check member').setType(USER_MENU),
  ];
}
