import type { Settings } from '../clans/settings.ts';
import type { Queryable } from '../database/database.ts';
import type { DiscordClient, GuildRole } from '../discord/client.ts';
import { DiscordError } from '../discord/errors.ts';
import { sayObjection, sayRefusedRole } from '../discord/power-texts.ts';
import { rankRolesOf } from '../ranks/discord-place.ts';
import { listRanks, type Rank } from '../ranks/rank.ts';
import { sayRefusal } from '../refusals/say-refusal.ts';
import { roleRules } from '../settings/role-rules.ts';
import { roleConcerns } from '../settings/role-warnings.ts';
import { loadSettings } from '../settings/settings-store.ts';
import { type GivenRole, leaveRole, verifiedRole } from '../settings/verified-role.ts';

const ALLOW = 'powerful_roles in settings.json allows single roles.';

/**
 * What is wrong or worth a word with the Discord roles that the clan's ranks and settings name, in lines for a console:
 * a role that Powers refuse is not given, whatever a file says. Asks Discord once; a Discord that does not answer is a
 * line too.
 */
export async function reportRoles(
  q: Queryable,
  clan: { readonly guildId: string },
  discord: Pick<DiscordClient, 'roles'>,
): Promise<readonly string[]> {
  let guildRoles: readonly GuildRole[];
  try {
    guildRoles = await discord.roles();
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    return [
      `the Discord roles of ranks and settings could not be checked: ${sayRefusal('en', error)}. /diagnose checks them too.`,
    ];
  }
  const settings = await loadSettings(q);
  const rules = roleRules({ clan, settings });
  const ranks = await listRanks(q);
  const rankRoles = rankRolesOf(ranks, guildRoles, rules);
  return [
    ...ranks.flatMap((rank) => {
      const role = rankRoles.get(rank.id);
      if (role?.kind === 'refused') return [`${sayRefusedRole('en', role.refused)} ${ALLOW}`];
      return role?.kind === 'role' ? ofRank(rank, role.roleId, guildRoles, settings) : [];
    }),
    ...ofGiven('roles.verified', verifiedRole(settings, guildRoles, rules), settings),
    ...ofGiven('roles.on_leave', leaveRole(settings, guildRoles, rules), settings),
  ];
}

function ofRank(
  rank: Rank,
  roleId: string,
  guildRoles: readonly GuildRole[],
  settings: Settings,
): readonly string[] {
  const role = guildRoles.find((one) => one.id === roleId);
  if (role === undefined) return [`the role ${roleId} of ${rank.name} is not in the server.`];
  return roleConcerns('en', role, settings).map(
    (concern) => `the role ${role.name} of ${rank.name} ${concern}`,
  );
}

function ofGiven(key: string, given: GivenRole, settings: Settings): readonly string[] {
  switch (given.kind) {
    case 'missing':
      return [];
    case 'gone':
      return [`${key}: the role ${given.roleId} is not in the server.`];
    case 'gives-tier':
      return [`${key}: the role ${given.role.name} gives a tier of the bot, so it is not handed out.`];
    case 'refused':
      return [
        `${key}: the role ${given.role.name} ${sayObjection('en', given.objection)}, so it is not handed out. ${ALLOW}`,
      ];
    case 'role':
      return roleConcerns('en', given.role, settings).map(
        (concern) => `${key}: the role ${given.role.name} ${concern}`,
      );
  }
}
