import type { CommandContext } from '../../shared/context/command-context.ts';
import { channelPermissions } from '../../shared/discord/channel-permissions.ts';
import type { GuildMember, GuildRole } from '../../shared/discord/client.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { heldRoles } from '../../shared/discord/everyone-role.ts';
import {
  hasPermission,
  missingPermissions,
  type Permission,
  POSTING,
} from '../../shared/discord/permissions.ts';
import { sayObjection, sayRefusedRole } from '../../shared/discord/power-texts.ts';
import { rankRolesOf, roleIdOf } from '../../shared/ranks/discord-place.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { sayRefusal } from '../../shared/refusals/say-refusal.ts';
import { roleRules } from '../../shared/settings/role-rules.ts';
import { roleRemarks } from '../../shared/settings/role-warnings.ts';
import { type GivenRole, leaveRole, verifiedRole } from '../../shared/settings/verified-role.ts';
import { bad, type Finding, findings, good, warning } from './finding.ts';
import { texts } from './texts.ts';

const CHANNELS = ['admin', 'event_log', 'point_log', 'log'] as const;

/** The bot's permissions, its role against the rank roles, and the clan's channels. */
export function checkDiscord(context: CommandContext): Promise<readonly Finding[]> {
  const guild = once(async () => {
    const [self, roles] = await Promise.all([context.discord.self(), context.discord.roles()]);
    return { self, roles };
  });
  return findings(
    [
      async () => rankRoles(context, await guild()),
      ...CHANNELS.map((name) => async () => [await channel(context, name, await guild())]),
    ],
    (error) => {
      if (!(error instanceof DiscordError)) throw error;
      return bad(texts.discordFailed(sayRefusal('en', error)), texts.discordFailedFix(error));
    },
  );
}

interface Guild {
  readonly self: GuildMember;
  readonly roles: readonly GuildRole[];
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}

async function rankRoles(context: CommandContext, { self, roles }: Guild): Promise<Finding[]> {
  const { db, clan, settings } = context;
  const ranks = await listRanks(db);
  const rankRoles = rankRolesOf(ranks, roles, roleRules(context));
  const byId = new Map(roles.map((role) => [role.id, role]));
  const held = heldRoles(roles, clan.guildId, self);
  const may = (permission: Permission) => held.some((role) => hasPermission(role.permissions, permission));
  const top = Math.max(0, ...held.map((role) => role.position));
  const rankRoleIds = [...new Set(ranks.flatMap((rank) => roleIdOf(rankRoles, rank) ?? []))];
  const above = rankRoleIds.filter((id) => (byId.get(id)?.position ?? -1) >= top);
  const gone = ranks.filter((rank) => rank.discordRoleId !== null && !byId.has(rank.discordRoleId));
  const refused = ranks.flatMap((rank) => {
    const role = rankRoles.get(rank.id);
    return role?.kind === 'refused' ? [sayRefusedRole('en', role.refused)] : [];
  });
  const open = ranks.filter((rank) => rankRoles.get(rank.id)?.kind === 'missing').length;
  return [
    may('MANAGE_ROLES')
      ? good(texts.manageRolesGood)
      : bad(texts.manageRolesMissing, texts.manageRolesMissingFix),
    above.length === 0
      ? good(texts.rolesGood(rankRoleIds.length))
      : bad(texts.rolesAbove(above), texts.rolesAboveFix),
    ...(gone.length === 0 ? [] : [bad(texts.rolesGone(gone.map((rank) => rank.name)), texts.rolesGoneFix)]),
    ...(refused.length === 0 ? [] : [bad(texts.rolesRefused(refused), texts.rolesGoneFix)]),
    ...rankRoleIds.flatMap((id) => warningsOf(byId.get(id), settings)),
    ...given(verifiedRole(context.settings, roles, roleRules(context)), 'verified', context),
    ...given(leaveRole(context.settings, roles, roleRules(context)), 'onLeave', context),
    ...(settings.nickname === null
      ? []
      : [
          may('MANAGE_NICKNAMES')
            ? good(texts.nicknamesGood)
            : bad(texts.nicknamesMissing, texts.manageRolesMissingFix),
        ]),
    ...(open === 0 ? [] : [good(texts.rolesOpen(open))]),
  ];
}

function warningsOf(role: GuildRole | undefined, settings: CommandContext['settings']): Finding[] {
  const remarks = role === undefined ? [] : roleRemarks('en', role, settings);
  return remarks.map((remark) => warning(remark, texts.roleWarnedFix));
}

/**
 * The file may name any role as Verified or on leave, and any role may be named Verified; it is not given where Powers
 * refuse it.
 */
function given(
  found: GivenRole,
  which: 'verified' | 'onLeave',
  { settings }: Pick<CommandContext, 'settings'>,
): Finding[] {
  const { gone, tier, refused, fix } = texts.given[which];
  switch (found.kind) {
    case 'missing':
      return [];
    case 'gone':
      return [bad(gone(found.roleId), fix)];
    case 'gives-tier':
      return [bad(tier(found.role.id), fix)];
    case 'refused':
      return [bad(refused(found.role.id, sayObjection('en', found.objection)), fix)];
    case 'role':
      return warningsOf(found.role, settings);
  }
}

async function channel(
  { discord, settings, clan }: CommandContext,
  which: (typeof CHANNELS)[number],
  { self, roles }: Guild,
): Promise<Finding> {
  const name = texts.channelNames[which];
  const id = settings.channels[which];
  if (id === null) return warning(texts.channelNotSet(name), texts.channelNotSetFix(which));
  let found: Awaited<ReturnType<typeof discord.channel>>;
  try {
    found = await discord.channel(id);
  } catch (error) {
    if (!(error instanceof DiscordError && error.status === 403)) throw error;
  }
  if (found === undefined || found.guildId !== clan.guildId) {
    return bad(texts.channelGone(name, id), texts.channelGoneFix);
  }
  const missing = missingPermissions(channelPermissions(self, clan.guildId, roles, found), POSTING);
  return missing.length === 0
    ? good(texts.channelGood(name, id))
    : bad(texts.channelLacks(name, id, missing), texts.channelLacksFix);
}
