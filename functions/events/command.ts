import { SlashCommandBuilder } from '@discordjs/builders';
import { described } from '../../shared/languages/registered.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command)
      .addSubcommand((pending) => described(pending, texts, (t) => t.pending))
      .addSubcommand((draft) => described(draft, texts, (t) => t.draft))
      .addSubcommand((show) =>
        described(show, texts, (t) => t.show).addStringOption((id) =>
          described(id, texts, (t) => t.id)
            .setRequired(true)
            .setAutocomplete(true),
        ),
      ),
  ];
}
