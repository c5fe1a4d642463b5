import type { ChannelName, Settings } from '../../shared/clans/settings.ts';
import type { CommandContext } from '../../shared/context/command-context.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { channelPermissions } from '../../shared/discord/channel-permissions.ts';
import type { GuildChannel, GuildMember, GuildRole } from '../../shared/discord/client.ts';
import { heldRoles } from '../../shared/discord/everyone-role.ts';
import {
  hasPermission,
  missingPermissions,
  type Permission,
  POSTING,
} from '../../shared/discord/permissions.ts';
import { rankRolesOf, roleIdOf } from '../../shared/ranks/discord-place.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { roleRules, tierOfRole } from '../../shared/settings/role-rules.ts';
import { verifiedRole } from '../../shared/settings/verified-role.ts';

export const CHANNELS = ['admin', 'event_log', 'point_log', 'log'] as const satisfies readonly ChannelName[];
export const TIER_ROLES = ['officer', 'moderator', 'admin'] as const;
export const ROLES = [...TIER_ROLES, 'verified'] as const;

/** How a channel of the settings stands in the server. */
export type ChannelState =
  | { readonly kind: 'not-set' | 'gone' }
  | { readonly kind: 'good'; readonly id: string }
  | { readonly kind: 'lacks'; readonly id: string; readonly missing: readonly Permission[] };

/** The server beside the settings, as far as the set-up shows it. */
export interface SetupState {
  readonly settings: Settings;
  readonly guild: Guild;
  readonly channels: Readonly<Record<(typeof CHANNELS)[number], ChannelState>>;
  readonly ranks: readonly Rank[];
  /** Roles of ranks that give a tier of the bot. */
  readonly tierRankRoles: readonly string[];
  /** Roles that the bot should give and stands below. */
  readonly tooHigh: readonly string[];
  readonly verified: ReturnType<typeof verifiedRole>;
  /** Of the whole server. */
  readonly may: (permission: Permission) => boolean;
}

export interface Guild {
  readonly self: GuildMember;
  readonly roles: readonly GuildRole[];
  readonly channels: readonly GuildChannel[];
}

/** Three calls to Discord, however much is set. Throws `DiscordError`. */
export async function readGuild({ discord }: Pick<CommandContext, 'discord'>): Promise<Guild> {
  const [self, roles, channels] = await Promise.all([discord.self(), discord.roles(), discord.channels()]);
  return { self, roles, channels };
}

/** `settings`: those of now, which the transaction `q` may have changed. */
export async function stateOf(
  q: Queryable,
  { clan }: Pick<CommandContext, 'clan'>,
  guild: Guild,
  settings: Settings,
): Promise<SetupState> {
  const { self, roles } = guild;
  const ranks = await listRanks(q);
  const rules = roleRules({ clan, settings });
  const rankRoles = rankRolesOf(ranks, roles, rules);
  const given = [...new Set(ranks.flatMap((rank) => roleIdOf(rankRoles, rank) ?? []))];
  const verified = verifiedRole(settings, roles, rules);
  const handedOut = 'role' in verified ? [...given, verified.role.id] : given;
  const held = heldRoles(roles, clan.guildId, self);
  const top = Math.max(0, ...held.map((role) => role.position));
  return {
    settings,
    guild,
    channels: {
      admin: channelState(settings.channels.admin, guild, clan.guildId),
      event_log: channelState(settings.channels.event_log, guild, clan.guildId),
      point_log: channelState(settings.channels.point_log, guild, clan.guildId),
      log: channelState(settings.channels.log, guild, clan.guildId),
    },
    ranks,
    tierRankRoles: given.filter((id) => tierOfRole(settings, id) !== undefined),
    tooHigh: handedOut.filter((id) => (roles.find((role) => role.id === id)?.position ?? -1) >= top),
    verified,
    may: (permission) => held.some((role) => hasPermission(role.permissions, permission)),
  };
}

function channelState(id: string | null, { self, roles, channels }: Guild, guildId: string): ChannelState {
  if (id === null) return { kind: 'not-set' };
  const found = channels.find((channel) => channel.id === id);
  if (found === undefined) return { kind: 'gone' };
  const missing = missingPermissions(channelPermissions(self, guildId, roles, found), POSTING);
  return missing.length === 0 ? { kind: 'good', id } : { kind: 'lacks', id, missing };
}
