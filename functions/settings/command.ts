import { SlashCommandBuilder } from '@discordjs/builders';
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
      ),
  ];
}
