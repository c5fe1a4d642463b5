import { SlashCommandBuilder } from '@discordjs/builders';
import type { Settings } from '../../shared/clans/settings.ts';
import { described } from '../../shared/languages/registered.ts';
import { texts } from './texts.ts';

/** The types are choices of this clan's own. */
export function commands(settings: Settings) {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command).addStringOption((type) =>
      described(type, texts, (t) => t.type)
        .setRequired(true)
        .addChoices(...settings.events.types.map((name) => ({ name, value: name }))),
    ),
  ];
}
