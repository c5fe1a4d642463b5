import * as z from 'zod/mini';
import type { Channel, DiscordClient, GuildChannel, GuildRole } from './client.ts';
import { isDiscordCode } from './errors.ts';
import type { DiscordRest } from './rest.ts';
import { DiscordId } from './snowflake.ts';

// Discord's numbers of a text channel, and of what an overwrite is for.
const TEXT_CHANNEL = 0;
const ROLE = 0;
const MEMBER = 1;

const Bitset = z.string().check(z.regex(/^\d{1,30}$/, 'expected a bitset, as text'));
const RoleAnswer = z.object({
  id: DiscordId,
  name: z.string(),
  position: z.int(),
  permissions: Bitset,
  managed: z.boolean(),
});
const ChannelAnswer = z.object({
  id: DiscordId,
  type: z.int(),
  name: z.optional(z.nullable(z.string())),
  guild_id: z.optional(DiscordId),
  permission_overwrites: z._default(z.array(z.object({ id: DiscordId, allow: Bitset, deny: Bitset })), []),
});

export function guildCalls(
  rest: DiscordRest,
  guild: string,
): Pick<DiscordClient, 'roles' | 'createRole' | 'channel' | 'channels' | 'createChannel' | 'guildOwner'> {
  const path = '/guilds/{guild}/roles';
  return {
    async roles() {
      const answer = z.array(RoleAnswer);
      return (await rest.call({ method: 'GET', path, params: { guild }, answer })).map(toRole);
    },
    async createRole(name, reason) {
      // No permissions of its own: Discord would give a new role those of @everyone.
      const body = { name, permissions: 0, mentionable: false, hoist: false };
      return toRole(
        await rest.call({ method: 'POST', path, params: { guild }, body, reason, answer: RoleAnswer }),
      );
    },
    async guildOwner() {
      const answer = z.object({ owner_id: DiscordId });
      const { owner_id } = await rest.call({
        method: 'GET',
        path: '/guilds/{guild}',
        params: { guild },
        answer,
      });
      return owner_id;
    },
    async channels() {
      const answer = z.array(ChannelAnswer);
      const found = await rest.call({
        method: 'GET',
        path: '/guilds/{guild}/channels',
        params: { guild },
        answer,
      });
      return found.map(toGuildChannel);
    },
    async createChannel(name, overwrites, reason) {
      const permission_overwrites = overwrites.map(({ of, allow, deny }) => ({
        ...('role' in of ? { id: of.role, type: ROLE } : { id: of.member, type: MEMBER }),
        allow: String(allow),
        deny: String(deny),
      }));
      const body = { name, type: TEXT_CHANNEL, permission_overwrites };
      const answer = await rest.call({
        method: 'POST',
        path: '/guilds/{guild}/channels',
        params: { guild },
        body,
        reason,
        answer: ChannelAnswer,
      });
      return toGuildChannel(answer);
    },
    async channel(id) {
      try {
        const params = { channel: id };
        const answer = await rest.call({
          method: 'GET',
          path: '/channels/{channel}',
          params,
          answer: ChannelAnswer,
        });
        return toChannel(answer);
      } catch (error) {
        if (isDiscordCode(error, 'unknownChannel')) return undefined;
        throw error;
      }
    },
  };
}

function toRole(answer: z.infer<typeof RoleAnswer>): GuildRole {
  return { ...answer, permissions: BigInt(answer.permissions) };
}

function toChannel(answer: z.infer<typeof ChannelAnswer>): Channel {
  return {
    id: answer.id,
    name: answer.name ?? '',
    guildId: answer.guild_id,
    overwrites: answer.permission_overwrites.map(({ id: of, allow, deny }) => ({
      of,
      allow: BigInt(allow),
      deny: BigInt(deny),
    })),
  };
}

function toGuildChannel(answer: z.infer<typeof ChannelAnswer>): GuildChannel {
  return { ...toChannel(answer), isText: answer.type === TEXT_CHANNEL };
}
