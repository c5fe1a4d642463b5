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
import { bad, type Finding, findings, fixOf, good, warning } from './finding.ts';
import { texts } from './texts.ts';
import type { Texts } from './texts-en.ts';

const CHANNELS = ['admin', 'event_log', 'point_log', 'log'] as const;

/** The bot's permissions, its role against the rank roles, and the clan's channels. */
export function checkDiscord(context: CommandContext): Promise<readonly Finding[]> {
  const { locale } = context.interaction;
  const said = texts(locale);
  const guild = once(async () => {
    const [self, roles] = await Promise.all([context.discord.self(), context.discord.roles()]);
    return { self, roles };
  });
  return findings(
    [
      async () => rankRoles(context, await guild(), said),
      ...CHANNELS.map((name) => async () => [await channel(context, name, await guild(), said)]),
    ],
    (error) => {
      if (!(error instanceof DiscordError)) throw error;
      return bad(
        said.discordFailed(sayRefusal(locale, error)),
        fixOf({ fixes: said.discordFixes, said }, error),
      );
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

async function rankRoles(context: CommandContext, { self, roles }: Guild, said: Texts): Promise<Finding[]> {
  const { db, clan, settings } = context;
  const { locale } = context.interaction;
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
    return role?.kind === 'refused' ? [sayRefusedRole(locale, role.refused)] : [];
  });
  const open = ranks.filter((rank) => rankRoles.get(rank.id)?.kind === 'missing').length;
  return [
    may('MANAGE_ROLES')
      ? good(said.manageRolesGood)
      : bad(said.manageRolesMissing, said.manageRolesMissingFix),
    above.length === 0
      ? good(said.rolesGood(rankRoleIds.length))
      : bad(said.rolesAbove(above), said.rolesAboveFix),
    ...(gone.length === 0 ? [] : [bad(said.rolesGone(gone.map((rank) => rank.name)), said.rolesGoneFix)]),
    ...(refused.length === 0 ? [] : [bad(said.rolesRefused(refused), said.rolesGoneFix)]),
    ...rankRoleIds.flatMap((id) => warningsOf(byId.get(id), context)),
    ...given(verifiedRole(context.settings, roles, roleRules(context)), 'verified', context, said),
    ...given(leaveRole(context.settings, roles, roleRules(context)), 'onLeave', context, said),
    ...(settings.nickname === null
      ? []
      : [
          may('MANAGE_NICKNAMES')
            ? good(said.nicknamesGood)
            : bad(said.nicknamesMissing, said.manageRolesMissingFix),
        ]),
    ...(open === 0 ? [] : [good(said.rolesOpen(open))]),
  ];
}

function warningsOf(role: GuildRole | undefined, { interaction, settings }: CommandContext): Finding[] {
  const { locale } = interaction;
  const remarks = role === undefined ? [] : roleRemarks(locale, role, settings);
  return remarks.map((remark) => warning(remark, texts(locale).roleWarnedFix));
}

/**
 * The file may name any role as Verified or on leave, and any role may be named Verified; it is not given where Powers
 * refuse it.
 */
function given(
  found: GivenRole,
  which: 'verified' | 'onLeave',
  context: CommandContext,
  said: Texts,
): Finding[] {
  const { gone, tier, refused, fix } = said.given[which];
  switch (found.kind) {
    case 'missing':
      return [];
    case 'gone':
      return [bad(gone(found.roleId), fix)];
    case 'gives-tier':
      return [bad(tier(found.role.id), fix)];
    case 'refused':
      return [bad(refused(found.role.id, sayObjection(context.interaction.locale, found.objection)), fix)];
    case 'role':
      return warningsOf(found.role, context);
  }
}

async function channel(
  { discord, settings, clan }: CommandContext,
  which: (typeof CHANNELS)[number],
  { self, roles }: Guild,
  said: Texts,
): Promise<Finding> {
  const name = said.channelNames[which];
  const id = settings.channels[which];
  if (id === null) return warning(said.channelNotSet(name), said.channelNotSetFix(name));
  let found: Awaited<ReturnType<typeof discord.channel>>;
  try {
    found = await discord.channel(id);
  } catch (error) {
    if (!(error instanceof DiscordError && error.status === 403)) throw error;
  }
  if (found === undefined || found.guildId !== clan.guildId) {
    return bad(said.channelGone(name, id), said.channelGoneFix);
  }
  const missing = missingPermissions(channelPermissions(self, clan.guildId, roles, found), POSTING);
  return missing.length === 0
    ? good(said.channelGood(name, id))
    : bad(said.channelLacks(name, id, missing), said.channelLacksFix);
}
