import type { ClanContext } from '../context/clan-runtime.ts';
import type { GuildRole } from '../discord/client.ts';
import { DiscordError } from '../discord/errors.ts';
import { roleNamed } from '../discord/find-or-make-role.ts';
import type { RefusedRole } from '../discord/power-texts.ts';
import { objectionTo, type RoleRules } from '../discord/powers.ts';
import { clip } from '../discord/text.ts';
import { roleRules } from '../settings/role-rules.ts';
import type { Rank } from './rank.ts';

/** What Discord says about a member. */
export type DiscordPlace =
  | { readonly kind: 'read'; readonly roleIds: readonly string[]; readonly rankRoles: RankRoles }
  | { readonly kind: 'left-server' }
  /** Discord was not asked. */
  | { readonly kind: 'unread' }
  /** Discord did not answer, or refused. */
  | { readonly kind: 'away'; readonly error: DiscordError };

/** The Discord role of a rank, as a delivery would find it. */
export type RankRole =
  | { readonly kind: 'role'; readonly roleId: string }
  /** It would be made. */
  | { readonly kind: 'missing' }
  /** There is one, and the bot may not give it (Powers). */
  | { readonly kind: 'refused'; readonly refused: RefusedRole };

/** By the rank's id. */
export type RankRoles = ReadonlyMap<string, RankRole>;

/** The guild, listed: which roles of ranks everybody holds, and the role of each rank. */
export interface ListedGuild {
  /** Undefined: not in the guild. */
  readonly members: { get(userId: string): readonly string[] | undefined };
  readonly rankRoles: RankRoles;
}

export function placeInGuild({ members, rankRoles }: ListedGuild, memberId: string): DiscordPlace {
  const roleIds = members.get(memberId);
  return roleIds === undefined ? { kind: 'left-server' } : { kind: 'read', roleIds, rankRoles };
}

/** Reads members one by one; the guild's roles are read with the first. A Discord that fails is `away`. */
export function discordPlaces(
  context: Pick<ClanContext, 'discord' | 'clan' | 'settings' | 'log'>,
  ranks: readonly Rank[],
): (memberId: string) => Promise<DiscordPlace> {
  const { discord, log } = context;
  let reading: Promise<RankRoles> | undefined;
  const readRoles = async () => rankRolesOf(ranks, await discord.roles(), roleRules(context));
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
      return { kind: 'away', error };
    }
  };
}

/** The role that is set for each rank, else the guild's role of its name; nothing is made or stored for it. */
export function rankRolesOf(
  ranks: readonly Rank[],
  guildRoles: readonly GuildRole[],
  rules: RoleRules,
): RankRoles {
  return new Map(ranks.map((rank) => [rank.id, rankRole(rank, guildRoles, rules)]));
}

/** Undefined: none that is handed out. */
export function roleIdOf(rankRoles: RankRoles, rank: Rank): string | undefined {
  const role = rankRoles.get(rank.id);
  return role?.kind === 'role' ? role.roleId : undefined;
}

function rankRole(rank: Rank, guildRoles: readonly GuildRole[], rules: RoleRules): RankRole {
  if (rank.discordRoleId !== null) {
    const role = guildRoles.find((one) => one.id === rank.discordRoleId);
    const objection = role === undefined ? undefined : objectionTo(role, rules);
    if (objection === undefined) return { kind: 'role', roleId: rank.discordRoleId };
    return { kind: 'refused', refused: { by: 'rank', name: clip(rank.name, 100), objection } };
  }
  const named = roleNamed(guildRoles, rules, rank.name);
  return named.kind === 'found' ? { kind: 'role', roleId: named.role.id } : named;
}
