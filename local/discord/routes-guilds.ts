import { byBot, type DiscordRoutes, done, flag, ok } from './call.ts';
import { guildOf } from './guild-call.ts';
import { channelJson, guildJson } from './user-json.ts';

/** What a guild of this world has none of: the list is empty for a bot in it. */
const EMPTY = ['emojis', 'stickers', 'scheduled-events'];

export const guildRoutes: DiscordRoutes = {
  'GET /guilds/{guild_id}': byBot((call) => {
    const { guild } = guildOf(call);
    const { size } = guild.members;
    const counts = flag(call, 'with_counts')
      ? { approximate_member_count: size, approximate_presence_count: size }
      : {};
    return ok({ ...guildJson(guild), ...counts });
  }),
  'GET /guilds/{guild_id}/channels': byBot((call) => {
    const { guild } = guildOf(call);
    const channels = [...call.world.state.channels.values()].filter(
      (channel) => channel.guildId === guild.id,
    );
    return ok(channels.map((channel) => channelJson(call.world, channel)));
  }),
  'GET /guilds/{guild_id}/threads/active': byBot((call) => {
    guildOf(call);
    return ok({ threads: [], members: [], has_more: false });
  }),
  ...Object.fromEntries(
    EMPTY.map((what) => [
      `GET /guilds/{guild_id}/${what}`,
      byBot((call) => {
        guildOf(call);
        return ok([]);
      }),
    ]),
  ),
  'DELETE /users/@me/guilds/{guild_id}': byBot((call) => {
    const { guild, bot } = guildOf(call);
    guild.members.delete(bot.userId);
    call.world.changed();
    return done;
  }),
};
