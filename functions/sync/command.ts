import { SlashCommandBuilder } from '@discordjs/builders';
import { described } from '../../shared/languages/registered.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command)
      .addUserOption((member) => described(member, texts, (t) => t.optionMember))
      .addBooleanOption((dryRun) => described(dryRun, texts, (t) => t.optionDryRun)),
  ];
}
