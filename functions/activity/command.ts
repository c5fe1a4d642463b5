import { SlashCommandBuilder } from '@discordjs/builders';
import { described } from '../../shared/languages/registered.ts';
import { MAX_WEEKS, MIN_WEEKS } from './limits.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, ({ command }) => command)
      .addUserOption((member) => described(member, texts, ({ optionMember }) => optionMember))
      .addIntegerOption((weeks) =>
        described(weeks, texts, ({ optionWeeks }) => optionWeeks)
          .setMinValue(MIN_WEEKS)
          .setMaxValue(MAX_WEEKS),
      ),
  ];
}
