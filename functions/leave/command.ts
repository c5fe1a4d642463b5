import { SlashCommandBuilder } from '@discordjs/builders';
import { MAX_DAY, MAX_REASON } from './limits.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('leave')
      .setDescription(texts.command)
      .addSubcommand((request) =>
        request
          .setName('request')
          .setDescription(texts.commandRequest)
          .addStringOption((from) =>
            from.setName('from').setDescription(texts.optionFrom).setRequired(true).setMaxLength(MAX_DAY),
          )
          .addStringOption((to) =>
            to.setName('to').setDescription(texts.optionTo).setRequired(true).setMaxLength(MAX_DAY),
          )
          .addStringOption((reason) =>
            reason
              .setName('reason')
              .setDescription(texts.optionReason)
              .setRequired(true)
              .setMaxLength(MAX_REASON),
          ),
      )
      .addSubcommand((end) => end.setName('end').setDescription(texts.commandEnd))
      .addSubcommand((show) => show.setName('show').setDescription(texts.commandShow)),
  ];
}
