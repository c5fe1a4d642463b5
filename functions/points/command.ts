import {
  ContextMenuCommandBuilder,
  SlashCommandBuilder,
  type SlashCommandSubcommandBuilder,
} from '@discordjs/builders';
import type { Settings } from '../../shared/clans/settings.ts';
import { described, named } from '../../shared/languages/registered.ts';
import { awardTexts } from './award-texts.ts';
import { MAX_REASON, MAX_SINCE } from './limits.ts';
import { revertTexts } from './revert-texts.ts';
import { texts } from './texts.ts';

// ApplicationCommandType.User of Discord's API.
const USER_MENU = 2;

export function commands(settings: Settings) {
  const max = settings.points.manual_max;
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command)
      .addSubcommand((add) =>
        amountAndReason(
          described(add, texts, (t) => t.add),
          max,
        ),
      )
      .addSubcommand((remove) =>
        amountAndReason(
          described(remove, texts, (t) => t.remove),
          max,
        ),
      )
      .addSubcommand((award) => described(award, awardTexts, (t) => t.command))
      .addSubcommand((history) =>
        described(history, texts, (t) => t.history).addUserOption((member) =>
          described(member, texts, (t) => t.optionWhose).setRequired(true),
        ),
      )
      .addSubcommand((undo) =>
        described(undo, texts, (t) => t.undo)
          .addStringOption((entry) =>
            described(entry, texts, (t) => t.optionEntry)
              .setRequired(true)
              .setAutocomplete(true),
          )
          .addUserOption((member) => described(member, texts, (t) => t.optionNarrow)),
      )
      .addSubcommand((revert) =>
        described(revert, revertTexts, (t) => t.command)
          .addUserOption((officer) =>
            described(officer, revertTexts, (t) => t.optionOfficer).setRequired(true),
          )
          .addStringOption((since) =>
            described(since, revertTexts, (t) => t.optionSince)
              .setRequired(true)
              .setMaxLength(MAX_SINCE),
          )
          .addUserOption((member) => described(member, revertTexts, (t) => t.optionMember))
          .addBooleanOption((events) => described(events, revertTexts, (t) => t.optionEvents)),
      ),
    named(new ContextMenuCommandBuilder(), texts, (t) => t.userMenu).setType(USER_MENU),
  ];
}

function amountAndReason(
  subcommand: SlashCommandSubcommandBuilder,
  max: number,
): SlashCommandSubcommandBuilder {
  return subcommand
    .addUserOption((member) => described(member, texts, (t) => t.optionMember).setRequired(true))
    .addIntegerOption((amount) =>
      described(amount, texts, (t) => t.optionAmount(max))
        .setRequired(true)
        .setMinValue(1)
        .setMaxValue(max),
    )
    .addStringOption((reason) => described(reason, texts, (t) => t.optionReason).setMaxLength(MAX_REASON));
}
