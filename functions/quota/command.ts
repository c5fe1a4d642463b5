import { SlashCommandBuilder, type SlashCommandStringOption } from '@discordjs/builders';
import { choice, described } from '../../shared/languages/registered.ts';
import { MAX_AMOUNT, MAX_REASON } from './limits.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command)
      .addSubcommand((show) => described(show, texts, (t) => t.show).addStringOption(week))
      .addSubcommand((set) =>
        described(set, texts, (t) => t.set)
          .addIntegerOption((points) =>
            described(points, texts, (t) => t.optionPoints)
              .setRequired(true)
              .setMinValue(1)
              .setMaxValue(MAX_AMOUNT),
          )
          .addStringOption((counts) =>
            described(counts, texts, (t) => t.optionCounts).addChoices(
              choice('points', texts, (t) => t.counts.points),
              choice('events', texts, (t) => t.counts.events),
            ),
          )
          .addStringOption((from) => described(from, texts, (t) => t.optionFrom).setAutocomplete(true))
          .addStringOption((to) => described(to, texts, (t) => t.optionTo).setAutocomplete(true))
          .addStringOption((category) =>
            described(category, texts, (t) => t.optionCategory).setAutocomplete(true),
          ),
      )
      .addSubcommand((remove) =>
        described(remove, texts, (t) => t.remove).addStringOption((quota) =>
          described(quota, texts, (t) => t.optionQuota)
            .setRequired(true)
            .setAutocomplete(true),
        ),
      )
      .addSubcommand((excuse) =>
        described(excuse, texts, (t) => t.excuse)
          .addUserOption((member) => described(member, texts, (t) => t.optionMember).setRequired(true))
          .addStringOption((reason) =>
            described(reason, texts, (t) => t.optionReason)
              .setRequired(true)
              .setMaxLength(MAX_REASON),
          )
          .addStringOption(week),
      ),
  ];
}

function week(option: SlashCommandStringOption): SlashCommandStringOption {
  return described(option, texts, (t) => t.optionWeek).setAutocomplete(true);
}
