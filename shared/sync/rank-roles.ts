import type { GuildRole } from '../discord/client.ts';
import { roleNamed } from '../discord/find-or-make-role.ts';
import type { Rank } from '../ranks/rank.ts';

/** The Discord role of a rank, as a delivery would settle it. */
export type RankRole =
  | { readonly kind: 'role'; readonly roleId: string }
  /** It would be made. */
  | { readonly kind: 'missing' }
  /** There is one of the rank's name, and handing it out would be a mistake. */
  | { readonly kind: 'refused'; readonly reason: string };

/** By the rank's id. */
export type RankRoles = ReadonlyMap<string, RankRole>;

/** The role that is set for each rank, else the guild's role of its name; nothing is made or stored for it. */
export function rankRolesOf(
  ranks: readonly Rank[],
  guildRoles: readonly GuildRole[],
  guildId: string,
): RankRoles {
  return new Map(ranks.map((rank) => [rank.id, rankRole(rank, guildRoles, guildId)]));
}

/** Undefined: none that is handed out. */
export function roleIdOf(rankRoles: RankRoles, rank: Rank): string | undefined {
  const role = rankRoles.get(rank.id);
  return role?.kind === 'role' ? role.roleId : undefined;
}

function rankRole(rank: Rank, guildRoles: readonly GuildRole[], guildId: string): RankRole {
  if (rank.discordRoleId !== null) return { kind: 'role', roleId: rank.discordRoleId };
  const named = roleNamed(guildRoles, guildId, rank.name);
  return named.kind === 'found' ? { kind: 'role', roleId: named.role.id } : named;
}
