import { SlashCommandBuilder } from '@discordjs/builders';
import { described } from '../../shared/languages/registered.ts';
import { MAX_DAYS, MAX_REASON } from './limits.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command)
      .addSubcommand((add) =>
        described(add, texts, (t) => t.add)
          .addUserOption((member) => described(member, texts, (t) => t.optionMember).setRequired(true))
          .addStringOption((reason) =>
            described(reason, texts, (t) => t.optionReason).setMaxLength(MAX_REASON),
          )
          .addIntegerOption((days) =>
            described(days, texts, (t) => t.optionDays)
              .setMinValue(1)
              .setMaxValue(MAX_DAYS),
          ),
      )
      .addSubcommand((remove) =>
        described(remove, texts, (t) => t.remove).addUserOption((member) =>
          described(member, texts, (t) => t.optionMember).setRequired(true),
        ),
      )
      .addSubcommand((view) => described(view, texts, (t) => t.view)),
  ];
}
