import type { Settings } from '../../shared/clans/settings.ts';
import type { Answer } from '../../shared/context/command-context.ts';
import type { GuildRole } from '../../shared/discord/client.ts';
import { refuseEveryone } from '../../shared/discord/everyone-role.ts';
import { sayObjection } from '../../shared/discord/power-texts.ts';
import { objectionTo } from '../../shared/discord/powers.ts';
import { DiscordId } from '../../shared/discord/snowflake.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { rankRolesOf, roleIdOf } from '../../shared/ranks/discord-place.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { roleRules, tierOfRole } from '../../shared/settings/role-rules.ts';
import { roleWarnings } from '../../shared/settings/role-warnings.ts';
import { changeSetting, loadSettings } from '../../shared/settings/settings-store.ts';
import { givenAs } from '../../shared/settings/verified-role.ts';
import { chosen, ROLES, type RoleSetting } from './choices.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

const MAX_ROLES = 25;

/**
 * Gives a tier to a role, or with `remove` takes it away. Of the Verified role and the role of those on leave there is one
 * each, which is replaced; since the bot gives them, Powers hold for them.
 */
export async function changeRole(context: Context<'command settings role'>): Promise<Answer> {
  const { interaction, actor, clan } = context;
  const tier = chosen(ROLES, interaction.options['tier']);
  const role = DiscordId.safeParse(interaction.options['role']);
  const remove = interaction.options['remove'] === true;
  if (tier === undefined || !role.success) {
    throw new UserError('bad-choice', (locale) => texts(locale).badChoice);
  }
  refuseEveryone(role.data, clan.guildId);
  const guildRoles = remove ? [] : await context.discord.roles();
  const warnings = remove
    ? []
    : isGiven(tier)
      ? requireGivable(context, guildRoles, role.data)
      : await ranksThatGive(context, guildRoles, role.data);
  return {
    change: async (tx) => {
      const settings = await loadSettings(tx);
      const given = givenAs(role.data, settings, guildRoles, roleRules({ clan, settings }));
      const { value, said } = remove
        ? without(interaction.locale, settings, tier, role.data)
        : withRole(interaction.locale, settings, tier, role.data, given);
      if (value !== undefined) await changeSetting(tx, `roles.${tier}`, value, actor.id, context.now());
      return { message: { content: [said, ...warnings].join('\n') } };
    },
  };
}

/** Throws `UserError` when the bot may not give the role; else what is worth knowing of it. */
function requireGivable(
  context: Context<'command settings role'>,
  guildRoles: readonly GuildRole[],
  id: string,
): readonly string[] {
  const role = guildRoles.find((one) => one.id === id);
  if (role === undefined) throw new UserError('no-such-role', (locale) => texts(locale).noSuchRole);
  const objection = objectionTo(role, roleRules(context));
  if (objection !== undefined)
    throw new UserError('powerful-role', (locale) =>
      texts(locale).powerfulRole(sayObjection(locale, objection)),
    );
  return roleWarnings(context.interaction.locale, role, context.settings);
}

/** Says which ranks would bring the tier that this role is to give. */
async function ranksThatGive(
  context: Context<'command settings role'>,
  guildRoles: readonly GuildRole[],
  id: string,
): Promise<readonly string[]> {
  const ranks = await listRanks(context.db);
  const rankRoles = rankRolesOf(ranks, guildRoles, roleRules(context));
  const giving = ranks.filter((rank) => roleIdOf(rankRoles, rank) === id);
  return giving.length === 0 ? [] : [texts(context.interaction.locale).tierOfRank(id, giving)];
}

/** The roles that the bot gives, of which there is one each. */
type Given = 'verified' | 'on_leave';

function isGiven(value: RoleSetting): value is Given {
  return value === 'verified' || value === 'on_leave';
}
/** `value` undefined: it is like this already. */
interface Changed {
  readonly value: string | null | readonly string[] | undefined;
  readonly said: string;
}

/** `given`: as what the bot gives the role itself; a tier is given by the server. */
function withRole(
  locale: string | undefined,
  settings: Settings,
  which: RoleSetting,
  role: string,
  given: Given | undefined,
): Changed {
  const said = texts(locale);
  if (isGiven(which)) {
    if (tierOfRole(settings, role) !== undefined) {
      throw new UserError('tier-role', (reader) => texts(reader).given[which].givesTier);
    }
    return { value: role, said: said.given[which].set(role) };
  }
  if (given !== undefined) throw new UserError('tier-role', (reader) => texts(reader).tierIsGiven[given]);
  const name = said.choices.roles[which];
  const roles = settings.roles[which];
  if (roles.includes(role)) {
    return { value: undefined, said: said.roleHasTier(name, role, said.roles(roles)) };
  }
  if (roles.length >= MAX_ROLES)
    throw new UserError('too-many-roles', (reader) => texts(reader).tooManyRoles(MAX_ROLES));
  const value = [...roles, role];
  return { value, said: said.roleAdded(name, role, said.roles(value)) };
}

function without(locale: string | undefined, settings: Settings, which: RoleSetting, role: string): Changed {
  const said = texts(locale);
  if (isGiven(which)) {
    return settings.roles[which] === role
      ? { value: null, said: said.given[which].removed(role) }
      : { value: undefined, said: said.given[which].isNot(role) };
  }
  const name = said.choices.roles[which];
  const roles = settings.roles[which];
  const value = roles.filter((id) => id !== role);
  return roles.includes(role)
    ? { value, said: said.roleRemoved(name, role, said.roles(value)) }
    : { value: undefined, said: said.roleLacksTier(name, role, said.roles(roles)) };
}
