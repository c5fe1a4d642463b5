import { SlashCommandBuilder, type SlashCommandStringOption } from '@discordjs/builders';
import { MAX_AMOUNT, MAX_REASON } from './limits.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('quota')
      .setDescription(texts.command)
      .addSubcommand((show) => show.setName('show').setDescription(texts.commandShow).addStringOption(week))
      .addSubcommand((set) =>
        set
          .setName('set')
          .setDescription(texts.commandSet)
          .addIntegerOption((points) =>
            points
              .setName('points')
              .setDescription(texts.optionPoints)
              .setRequired(true)
              .setMinValue(1)
              .setMaxValue(MAX_AMOUNT),
          )
          .addStringOption((counts) =>
            counts
              .setName('counts')
              .setDescription(texts.optionCounts)
              .addChoices(
                { name: texts.counts.points, value: 'points' },
                { name: texts.counts.events, value: 'events' },
              ),
          )
          .addStringOption((from) =>
            from.setName('rank-from').setDescription(texts.optionFrom).setAutocomplete(true),
          )
          .addStringOption((to) => to.setName('rank-to').setDescription(texts.optionTo).setAutocomplete(true))
          .addStringOption((category) =>
            category.setName('category').setDescription(texts.optionCategory).setAutocomplete(true),
          ),
      )
      .addSubcommand((remove) =>
        remove
          .setName('remove')
          .setDescription(texts.commandRemove)
          .addStringOption((quota) =>
            quota.setName('quota').setDescription(texts.optionQuota).setRequired(true).setAutocomplete(true),
          ),
      )
      .addSubcommand((excuse) =>
        excuse
          .setName('excuse')
          .setDescription(texts.commandExcuse)
          .addUserOption((member) =>
            member.setName('member').setDescription(texts.optionMember).setRequired(true),
          )
          .addStringOption((reason) =>
            reason
              .setName('reason')
              .setDescription(texts.optionReason)
              .setRequired(true)
              .setMaxLength(MAX_REASON),
          )
          .addStringOption(week),
      ),
  ];
}

function week(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('week').setDescription(texts.optionWeek).setAutocomplete(true);
}
