import { SlashCommandBuilder } from '@discordjs/builders';
import { choice, described } from '../../shared/languages/registered.ts';
import { LEADERBOARD_PERIODS, MAX_PAGE } from '../../shared/points/leaderboard.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command)
      .addStringOption((period) =>
        described(period, texts, (t) => t.period).addChoices(
          LEADERBOARD_PERIODS.map((value) => choice(value, texts, (t) => t.periods[value])),
        ),
      )
      .addIntegerOption((page) =>
        described(page, texts, (t) => t.pageOption)
          .setMinValue(1)
          .setMaxValue(MAX_PAGE),
      ),
  ];
}
