import * as z from 'zod/mini';
import type { DiscordClient, GuildMember } from './client.ts';
import { isDiscordCode } from './errors.ts';
import type { DiscordRest } from './rest.ts';
import { DiscordId } from './snowflake.ts';

const OptionalName = z.optional(z.nullable(z.string()));
const MemberAnswer = z.object({
  nick: OptionalName,
  roles: z.array(DiscordId),
  user: z.object({ id: DiscordId, username: z.string(), global_name: OptionalName }),
});
const Self = z.object({ id: DiscordId });
const PAGE_SIZE = 1000;

export function memberCalls(
  rest: DiscordRest,
  guild: string,
): Pick<DiscordClient, 'member' | 'members' | 'self' | 'addRole' | 'removeRole' | 'setNickname'> {
  const rolePath = '/guilds/{guild}/members/{user}/roles/{role}';
  let selfId: string | undefined;

  async function oneMember(user: string): Promise<GuildMember> {
    const path = '/guilds/{guild}/members/{user}';
    return toMember(await rest.call({ method: 'GET', path, params: { guild, user }, answer: MemberAnswer }));
  }

  return {
    async member(user) {
      try {
        return await oneMember(user);
      } catch (error) {
        if (isDiscordCode(error, 'unknownMember', 'unknownUser')) return undefined;
        throw error;
      }
    },
    async members(after) {
      const page = await rest.call({
        method: 'GET',
        path: '/guilds/{guild}/members',
        params: { guild },
        query: { limit: String(PAGE_SIZE), ...(after === undefined ? {} : { after }) },
        answer: z.array(MemberAnswer),
      });
      return page.map(toMember);
    },
    async self() {
      selfId ??= (await rest.call({ method: 'GET', path: '/users/@me', params: {}, answer: Self })).id;
      return oneMember(selfId);
    },
    async addRole(user, role, reason) {
      const params = { guild, user, role };
      await rest.call({ method: 'PUT', path: rolePath, params, reason, answer: z.unknown() });
    },
    async setNickname(user, nick, reason) {
      const path = '/guilds/{guild}/members/{user}';
      const params = { guild, user };
      await rest.call({ method: 'PATCH', path, params, body: { nick }, reason, answer: z.unknown() });
    },
    async removeRole(user, role, reason) {
      const params = { guild, user, role };
      await rest.call({ method: 'DELETE', path: rolePath, params, reason, answer: z.unknown() });
    },
  };
}

function toMember(answer: z.infer<typeof MemberAnswer>): GuildMember {
  const { nick, roles, user } = answer;
  const displayName = nick ?? user.global_name ?? user.username;
  return { userId: user.id, displayName, nick: nick ?? null, roleIds: roles };
}
