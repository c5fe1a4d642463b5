import { SlashCommandBuilder } from '@discordjs/builders';
import { LEADERBOARD_PERIODS, MAX_PAGE } from '../../shared/points/leaderboard.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('leaderboard')
      .setDescription(texts.command)
      .addStringOption((period) =>
        period
          .setName('period')
          .setDescription(texts.optionPeriod)
          .addChoices(LEADERBOARD_PERIODS.map((value) => ({ name: texts.periods[value], value }))),
      )
      .addIntegerOption((page) =>
        page.setName('page').setDescription(texts.optionPage).setMinValue(1).setMaxValue(MAX_PAGE),
      ),
  ];
}
