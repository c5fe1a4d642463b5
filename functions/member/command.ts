import { ContextMenuCommandBuilder, SlashCommandBuilder } from '@discordjs/builders';
import { described, named } from '../../shared/languages/registered.ts';
import { texts } from './texts.ts';

// ApplicationCommandType.User of Discord's API.
const USER_MENU = 2;

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command)
      .addSubcommand((check) =>
        described(check, texts, (t) => t.check).addUserOption((member) =>
          described(member, texts, (t) => t.optionMember).setRequired(true),
        ),
      )
      .addSubcommand((verify) =>
        described(verify, texts, (t) => t.verify).addUserOption((member) =>
          described(member, texts, (t) => t.optionMember).setRequired(true),
        ),
      ),
    named(new ContextMenuCommandBuilder(), texts, (t) => t.userMenu).setType(USER_MENU),
  ];
}
