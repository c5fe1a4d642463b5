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
  const which = chosen(CHANNELS, interaction.options['which']);
  if (which === undefined) throw new UserError('bad-choice', texts.badChoice);
  const id = DiscordId.safeParse(interaction.options['channel']);
  const channel = id.success ? interaction.channels[id.data] : undefined;
  if (channel === undefined) throw new UserError('bad-channel', texts.badChannel);
  if (channel.guildId !== undefined && channel.guildId !== clan.guildId)
    throw new UserError('other-guild', texts.otherGuild);
  const warning = postingWarning(channel);
  return {
    change: async (tx) => {
      await changeSetting(tx, `channels.${which.value}`, channel.id, actor.id, context.now());
      const said = texts.channelSet(which.name, channel.id);
      return { message: { content: warning === undefined ? said : `${said}\n⚠️ ${warning}` } };
    },
  };
}

/**
 * What keeps the bot from posting in the channel; undefined when nothing does. Discord sends the bot's permissions
 * with every channel that was chosen, unless the bot is not in the server (its change log of 2026-07-16).
 */
function postingWarning({ id, appPermissions }: ChosenChannel): string | undefined {
  if (appPermissions === undefined) return texts.channelUnknown;
  const missing = missingPermissions(appPermissions, POSTING);
  return missing.length === 0 ? undefined : texts.channelMissing(id, missing);
}
