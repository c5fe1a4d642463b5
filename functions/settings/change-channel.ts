import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { channelPermissions } from '../../shared/discord/channel-permissions.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { missingPermissions, POSTING } from '../../shared/discord/permissions.ts';
import { DiscordId } from '../../shared/discord/snowflake.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import { CHANNELS, chosen } from './choices.ts';
import { texts } from './texts.ts';

export async function changeChannel(context: CommandContext): Promise<Answer> {
  const { interaction, actor } = context;
  const which = chosen(CHANNELS, interaction.options['which']);
  if (which === undefined) throw new UserError('bad-choice', texts.badChoice);
  const channelId = DiscordId.safeParse(interaction.options['channel']);
  if (!channelId.success) throw new UserError('bad-channel', texts.badChannel);
  const warning = await postingWarning(context, channelId.data);
  return {
    change: async (tx) => {
      await changeSetting(tx, `channels.${which.value}`, channelId.data, actor.id, context.now());
      const said = texts.channelSet(which.name, channelId.data);
      return { message: { content: warning === undefined ? said : `${said}\n⚠️ ${warning}` } };
    },
  };
}

/**
 * What keeps the bot from posting in the channel; undefined when nothing does. Discord sends the bot's permissions
 * only for the channel the command was used in; those of another one are worked out.
 */
async function postingWarning(context: CommandContext, channelId: string): Promise<string | undefined> {
  const { interaction, discord, clan } = context;
  let bits: bigint;
  if (channelId === interaction.channelId) bits = interaction.appPermissions;
  else {
    try {
      const [channel, self, roles] = await Promise.all([
        discord.channel(channelId),
        discord.self(),
        discord.roles(),
      ]);
      if (channel === undefined) throw new UserError('no-such-channel', texts.noSuchChannel(channelId));
      if (channel.guildId !== clan.guildId) throw new UserError('other-guild', texts.otherGuild);
      bits = channelPermissions(self, clan.guildId, roles, channel);
    } catch (error) {
      if (!(error instanceof DiscordError)) throw error;
      if (error.status === 403) throw new UserError('no-such-channel', texts.noSuchChannel(channelId));
      context.log.warning('the permissions of a channel could not be read', { error });
      return texts.channelUnknown;
    }
  }
  const missing = missingPermissions(bits, POSTING);
  return missing.length === 0 ? undefined : texts.channelMissing(channelId, missing);
}
