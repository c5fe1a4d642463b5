import { SlashCommandBuilder } from '@discordjs/builders';
import { described } from '../../shared/languages/registered.ts';
import { MAX_DAY, MAX_REASON } from './limits.ts';
import { texts } from './texts.ts';

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command)
      .addSubcommand((request) =>
        described(request, texts, (t) => t.request)
          .addStringOption((from) =>
            described(from, texts, (t) => t.from)
              .setRequired(true)
              .setMaxLength(MAX_DAY),
          )
          .addStringOption((to) =>
            described(to, texts, (t) => t.to)
              .setRequired(true)
              .setMaxLength(MAX_DAY),
          )
          .addStringOption((reason) =>
            described(reason, texts, (t) => t.reason)
              .setRequired(true)
              .setMaxLength(MAX_REASON),
          ),
      )
      .addSubcommand((end) => described(end, texts, (t) => t.end))
      .addSubcommand((show) => described(show, texts, (t) => t.show)),
  ];
}
