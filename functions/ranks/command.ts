import { SlashCommandBuilder } from '@discordjs/builders';
import { described } from '../../shared/languages/registered.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command)
      .addSubcommand((sub) => described(sub, texts, (t) => t.list))
      .addSubcommand((sub) => described(sub, texts, (t) => t.roblox))
      .addSubcommand((sub) => described(sub, texts, (t) => t.compare))
      .addSubcommand((sub) =>
        described(sub, texts, (t) => t.setRole)
          .addStringOption((rank) =>
            described(rank, texts, (t) => t.optionRank)
              .setRequired(true)
              .setAutocomplete(true),
          )
          .addRoleOption((role) => described(role, texts, (t) => t.optionRole).setRequired(true)),
      )
      .addSubcommand((sub) =>
        described(sub, texts, (t) => t.setup).addAttachmentOption((file) =>
          described(file, texts, (t) => t.optionFile).setFileTypes(['.json']),
        ),
      ),
  ];
}
