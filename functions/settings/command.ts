import { SlashCommandBuilder } from '@discordjs/builders';
import { MAX_TEMPLATE } from '../../shared/text/nickname-template.ts';
import { CHANNELS, LOG_LEVEL_CHOICES, ROLES } from './choices.ts';
import { texts } from './texts.ts';

/** Discord's numbers of the channel kinds that the bot can post to (its documentation, "Channel Types"). */
const ChannelType = { text: 0, announcement: 5 } as const;

export function commands() {
  return [
    new SlashCommandBuilder()
      .setName('settings')
      .setDescription(texts.command)
      .addSubcommand((show) => show.setName('show').setDescription(texts.commandShow))
      .addSubcommand((channel) =>
        channel
          .setName('channel')
          .setDescription(texts.commandChannel)
          .addStringOption((which) =>
            which
              .setName('which')
              .setDescription(texts.optionWhich)
              .setRequired(true)
              .addChoices(...CHANNELS),
          )
          .addChannelOption((target) =>
            target
              .setName('channel')
              .setDescription(texts.optionChannel)
              .setRequired(true)
              .addChannelTypes(ChannelType.text, ChannelType.announcement),
          ),
      )
      .addSubcommand((role) =>
        role
          .setName('role')
          .setDescription(texts.commandRole)
          .addStringOption((tier) =>
            tier
              .setName('tier')
              .setDescription(texts.optionTier)
              .setRequired(true)
              .addChoices(...ROLES),
          )
          .addRoleOption((target) =>
            target.setName('role').setDescription(texts.optionRole).setRequired(true),
          )
          .addBooleanOption((remove) => remove.setName('remove').setDescription(texts.optionRemove)),
      )
      .addSubcommand((level) =>
        level
          .setName('log-level')
          .setDescription(texts.commandLogLevel)
          .addStringOption((value) =>
            value
              .setName('level')
              .setDescription(texts.optionLevel)
              .setRequired(true)
              .addChoices(...LOG_LEVEL_CHOICES),
          ),
      )
      .addSubcommand((language) =>
        language
          .setName('language')
          .setDescription(texts.commandLanguage)
          .addStringOption((locale) =>
            locale
              .setName('locale')
              .setDescription(texts.optionLocale)
              .setRequired(true)
              .setAutocomplete(true),
          ),
      )
      .addSubcommand((timeZone) =>
        timeZone
          .setName('time-zone')
          .setDescription(texts.commandTimeZone)
          .addStringOption((zone) =>
            zone.setName('zone').setDescription(texts.optionZone).setRequired(true).setAutocomplete(true),
          ),
      )
      .addSubcommand((nickname) =>
        nickname
          .setName('nickname')
          .setDescription(texts.commandNickname)
          .addStringOption((template) =>
            template
              .setName('template')
              .setDescription(texts.optionTemplate)
              .setRequired(true)
              .setMaxLength(MAX_TEMPLATE),
          ),
      ),
  ];
}
