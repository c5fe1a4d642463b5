import { SlashCommandBuilder } from '@discordjs/builders';
import { MAX_DAYS, MAX_REASON } from './limits.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('blacklist')
      .setDescription(texts.command)
      .addSubcommand((add) =>
        add
          .setName('add')
          .setDescription(texts.commandAdd)
          .addUserOption((member) =>
            member.setName('member').setDescription(texts.optionMember).setRequired(true),
          )
          .addStringOption((reason) =>
            reason.setName('reason').setDescription(texts.optionReason).setMaxLength(MAX_REASON),
          )
          .addIntegerOption((days) =>
            days.setName('days').setDescription(texts.optionDays).setMinValue(1).setMaxValue(MAX_DAYS),
          ),
      )
      .addSubcommand((remove) =>
        remove
          .setName('remove')
          .setDescription(texts.commandRemove)
          .addUserOption((member) =>
            member.setName('member').setDescription(texts.optionMember).setRequired(true),
          ),
      )
      .addSubcommand((view) => view.setName('view').setDescription(texts.commandView)),
  ];
}
