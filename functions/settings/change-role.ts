import type { Settings } from '../../shared/clans/settings.ts';
import type { Answer } from '../../shared/context/command-context.ts';
import { refuseEveryone } from '../../shared/discord/everyone-role.ts';
import { DiscordId } from '../../shared/discord/snowflake.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { changeSetting, loadSettings } from '../../shared/settings/settings-store.ts';
import { chosen, ROLES, type RoleSetting } from './choices.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

const MAX_ROLES = 25;

/** Gives a tier to a role, or takes it from a role that has it. The Verified role is one: it is replaced. */
export async function changeRole(context: Context<'command settings role'>): Promise<Answer> {
  const { interaction, actor, clan } = context;
  const tier = chosen(ROLES, interaction.options['tier']);
  const role = DiscordId.safeParse(interaction.options['role']);
  if (tier === undefined || !role.success) throw new UserError('bad-choice', texts.badChoice);
  refuseEveryone(role.data, clan.guildId);
  return {
    change: async (tx) => {
      const { value, said } = changed(await loadSettings(tx), tier, role.data);
      await changeSetting(tx, `roles.${tier.value}`, value, actor.id, context.now());
      return { message: { content: said } };
    },
  };
}

function changed(
  settings: Settings,
  tier: { readonly name: string; readonly value: RoleSetting },
  role: string,
): { value: string | readonly string[]; said: string } {
  if (tier.value === 'verified') return { value: role, said: texts.verifiedSet(role) };
  const roles = settings.roles[tier.value];
  if (roles.includes(role)) {
    const value = roles.filter((id) => id !== role);
    return { value, said: texts.roleRemoved(tier.name, role, texts.roles(value)) };
  }
  if (roles.length >= MAX_ROLES) throw new UserError('too-many-roles', texts.tooManyRoles(MAX_ROLES));
  const value = [...roles, role];
  return { value, said: texts.roleAdded(tier.name, role, texts.roles(value)) };
}
