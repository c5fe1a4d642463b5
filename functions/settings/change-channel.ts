import type { Answer } from '../../shared/context/command-context.ts';
import { missingPermissions, POSTING } from '../../shared/discord/permissions.ts';
import { DiscordId } from '../../shared/discord/snowflake.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import type { ChosenChannel } from '../../shared/interactions/interaction.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import { CHANNELS, chosen } from './choices.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

export async function changeChannel(context: Context<'command settings channel'>): Promise<Answer> {
  const { interaction, actor, clan } = context;
  const said = texts(interaction.locale);
  const which = chosen(CHANNELS, interaction.options['which']);
  if (which === undefined) throw new UserError('bad-choice', (locale) => texts(locale).badChoice);
  const id = DiscordId.safeParse(interaction.options['channel']);
  const channel = id.success ? interaction.channels[id.data] : undefined;
  if (channel === undefined) throw new UserError('bad-channel', (locale) => texts(locale).badChannel);
  if (channel.guildId !== undefined && channel.guildId !== clan.guildId)
    throw new UserError('other-guild', (locale) => texts(locale).otherGuild);
  const warning = postingWarning(interaction.locale, channel);
  const set = said.channelSet(said.choices.channels[which], channel.id);
  return {
    change: async (tx) => {
      await changeSetting(tx, `channels.${which}`, channel.id, actor.id, context.now());
      return { message: { content: warning === undefined ? set : `${set}\n⚠️ ${warning}` } };
    },
  };
}

/**
 * What keeps the bot from posting in the channel; undefined when nothing does. Discord sends the bot's permissions
 * with every channel that was chosen, unless the bot is not in the server (its change log of 2026-07-16).
 */
function postingWarning(
  locale: string | undefined,
  { id, appPermissions }: ChosenChannel,
): string | undefined {
  if (appPermissions === undefined) return texts(locale).channelUnknown;
  const missing = missingPermissions(appPermissions, POSTING);
  return missing.length === 0 ? undefined : texts(locale).channelMissing(id, missing);
}
