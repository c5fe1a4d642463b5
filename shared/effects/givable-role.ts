import type { ClanContext } from '../context/clan-runtime.ts';
import { objectionTo } from '../discord/powers.ts';
import { roleRules } from '../settings/role-rules.ts';

/**
 * Why a role must not be given, read from the guild at the moment it is to be given, since its permissions may have
 * changed after it was chosen. Undefined: it may, or it is gone, which giving it says. Throws `DiscordError`.
 */
export async function refusalToGive(context: ClanContext, roleId: string): Promise<string | undefined> {
  const role = (await context.discord.roles()).find((one) => one.id === roleId);
  const objection = role === undefined ? undefined : objectionTo(role, roleRules(context));
  return objection === undefined ? undefined : `${objection}, so it is not handed out.`;
}
