import { SlashCommandBuilder } from '@discordjs/builders';
import { choice, described } from '../../shared/languages/registered.ts';
import { MAX_TEMPLATE } from '../../shared/text/nickname-template.ts';
import { CHANNELS, LOG_LEVELS, ROLES } from './choices.ts';
import { texts } from './texts.ts';

/** Discord's numbers of the channel kinds that the bot can post to (its documentation, "Channel Types"). */
const ChannelType = { text: 0, announcement: 5 } as const;

export function commands() {
  return [
    described(new SlashCommandBuilder(), texts, (t) => t.command)
      .addSubcommand((show) => described(show, texts, (t) => t.commandShow))
      .addSubcommand((channel) =>
        described(channel, texts, (t) => t.commandChannel)
          .addStringOption((which) =>
            described(which, texts, (t) => t.optionWhich)
              .setRequired(true)
              .addChoices(...CHANNELS.map((one) => choice(one, texts, (t) => t.choices.channels[one]))),
          )
          .addChannelOption((target) =>
            described(target, texts, (t) => t.optionChannel)
              .setRequired(true)
              .addChannelTypes(ChannelType.text, ChannelType.announcement),
          ),
      )
      .addSubcommand((role) =>
        described(role, texts, (t) => t.commandRole)
          .addStringOption((tier) =>
            described(tier, texts, (t) => t.optionTier)
              .setRequired(true)
              .addChoices(...ROLES.map((one) => choice(one, texts, (t) => t.choices.roles[one]))),
          )
          .addRoleOption((target) => described(target, texts, (t) => t.optionRole).setRequired(true))
          .addBooleanOption((remove) => described(remove, texts, (t) => t.optionRemove)),
      )
      .addSubcommand((level) =>
        described(level, texts, (t) => t.commandLogLevel).addStringOption((value) =>
          described(value, texts, (t) => t.optionLevel)
            .setRequired(true)
            .addChoices(...LOG_LEVELS.map((one) => choice(one, texts, (t) => t.choices.logLevels[one]))),
        ),
      )
      .addSubcommand((language) =>
        described(language, texts, (t) => t.commandLanguage).addStringOption((locale) =>
          described(locale, texts, (t) => t.optionLocale)
            .setRequired(true)
            .setAutocomplete(true),
        ),
      )
      .addSubcommand((timeZone) =>
        described(timeZone, texts, (t) => t.commandTimeZone).addStringOption((zone) =>
          described(zone, texts, (t) => t.optionZone)
            .setRequired(true)
            .setAutocomplete(true),
        ),
      )
      .addSubcommand((nickname) =>
        described(nickname, texts, (t) => t.commandNickname).addStringOption((template) =>
          described(template, texts, (t) => t.optionTemplate)
            .setRequired(true)
            .setMaxLength(MAX_TEMPLATE),
        ),
      ),
  ];
}
