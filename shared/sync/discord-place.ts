import type { ClanContext } from '../context/clan-runtime.ts';
import { DiscordError } from '../discord/errors.ts';
import type { Rank } from '../ranks/rank.ts';
import type { GuildMembers } from './guild-members.ts';
import { type RankRoles, rankRolesOf } from './rank-roles.ts';

/** What Discord says about a member. */
export type DiscordPlace =
  | { readonly kind: 'read'; readonly roleIds: readonly string[]; readonly rankRoles: RankRoles }
  | { readonly kind: 'left-server' }
  /** Discord was not asked, or did not answer. */
  | { readonly kind: 'unread' | 'away' };

/** The guild, listed: everybody's roles, and the role of each rank. */
export interface ListedGuild {
  readonly members: GuildMembers;
  readonly rankRoles: RankRoles;
}

export function placeInGuild({ members, rankRoles }: ListedGuild, memberId: string): DiscordPlace {
  const roleIds = members.get(memberId);
  return roleIds === undefined ? { kind: 'left-server' } : { kind: 'read', roleIds, rankRoles };
}

/** Reads members one by one; the guild's roles are read with the first. A Discord that fails is `away`. */
export function discordPlaces(
  { discord, clan, log }: Pick<ClanContext, 'discord' | 'clan' | 'log'>,
  ranks: readonly Rank[],
): (memberId: string) => Promise<DiscordPlace> {
  let reading: Promise<RankRoles> | undefined;
  const readRoles = async () => rankRolesOf(ranks, await discord.roles(), clan.guildId);
  return async (memberId) => {
    reading ??= readRoles();
    try {
      const [rankRoles, person] = await Promise.all([reading, discord.member(memberId)]);
      return person === undefined
        ? { kind: 'left-server' }
        : { kind: 'read', roleIds: person.roleIds, rankRoles };
    } catch (error) {
      if (!(error instanceof DiscordError)) throw error;
      log.warning('The Discord roles of a member could not be read', { error });
      return { kind: 'away' };
    }
  };
}
