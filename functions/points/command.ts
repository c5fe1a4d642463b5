import {
  ContextMenuCommandBuilder,
  SlashCommandBuilder,
  type SlashCommandSubcommandBuilder,
} from '@discordjs/builders';
import type { Settings } from '../../shared/clans/settings.ts';
import { described } from '../../shared/languages/registered.ts';
import { awardTexts } from './award-texts.ts';
import { MAX_REASON, MAX_SINCE } from './limits.ts';
import { revertTexts } from './revert-texts.ts';
import { texts } from './texts.ts';

// ApplicationCommandType.User of Discord's API.
const USER_MENU = 2;

export function commands(settings: Settings) {
  const max = settings.points.manual_max;
  return [
    new SlashCommandBuilder()
      .setName('points')
      .setDescription(texts.command)
      .addSubcommand((add) => amountAndReason(add.setName('add').setDescription(texts.commandAdd), max))
      .addSubcommand((remove) =>
        amountAndReason(remove.setName('remove').setDescription(texts.commandRemove), max),
      )
      .addSubcommand((award) => described(award, awardTexts, (t) => t.command))
      .addSubcommand((history) =>
        history
          .setName('history')
          .setDescription(texts.commandHistory)
          .addUserOption((member) =>
            member.setName('member').setDescription(texts.optionWhose).setRequired(true),
          ),
      )
      .addSubcommand((undo) =>
        undo
          .setName('undo')
          .setDescription(texts.commandUndo)
          .addStringOption((entry) =>
            entry.setName('entry').setDescription(texts.optionEntry).setRequired(true).setAutocomplete(true),
          )
          .addUserOption((member) => member.setName('member').setDescription(texts.optionNarrow)),
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
    new ContextMenuCommandBuilder().setName('Add points').setType(USER_MENU),
  ];
}

function amountAndReason(
  subcommand: SlashCommandSubcommandBuilder,
  max: number,
): SlashCommandSubcommandBuilder {
  return subcommand
    .addUserOption((member) => member.setName('member').setDescription(texts.optionMember).setRequired(true))
    .addIntegerOption((amount) =>
      amount
        .setName('amount')
        .setDescription(texts.optionAmount(max))
        .setRequired(true)
        .setMinValue(1)
        .setMaxValue(max),
    )
    .addStringOption((reason) =>
      reason.setName('reason').setDescription(texts.optionReason).setMaxLength(MAX_REASON),
    );
}
