import type { CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { nameKey } from '../../shared/members/member.ts';
import { readOrRefuse } from '../../shared/refusals/read-or-refuse.ts';
import type { GroupRole, RobloxUser } from '../../shared/roblox/client.ts';
import { lookOf } from '../../shared/text/name.ts';
import { texts } from './texts.ts';

/** Roblox names have 3 to 20 letters, digits and underscores; some early ones break a rule, so only this is checked. */
export const MAX_USERNAME = 20;

/** Throws `UserError` `bad-username` or `no-such-user`, or what `orRefuse` throws. */
export async function findAccount(context: CommandContext, typed: unknown): Promise<RobloxUser> {
  const name = lookOf(String(typed ?? '')).replace(/^@/, '');
  if (!/^\w{1,20}$/.test(name)) throw new UserError('bad-username', (locale) => texts(locale).badUsername);
  const users = await orRefuse(context, () => context.roblox.usersByName([name]));
  const user = users.find((candidate) => nameKey(candidate.name) === nameKey(name));
  if (user === undefined) throw new UserError('no-such-user', (locale) => texts(locale).noSuchUser(name));
  return user;
}

/** All roles that an account holds in the group, and the group's roles. Throws `UserError` `not-in-group`. */
export async function rolesInGroup(
  context: CommandContext,
  user: { readonly id: string; readonly name: string },
): Promise<{ readonly roleIds: readonly string[]; readonly groupRoles: readonly GroupRole[] }> {
  const { roblox, clan } = context;
  const [membership, groupRoles] = await orRefuse(context, () =>
    Promise.all([roblox.membership(user.id), roblox.groupRoles()]),
  );
  if (membership === undefined) {
    throw new UserError('not-in-group', (locale) => texts(locale).notInGroup(user.name, clan.robloxGroupId));
  }
  return { roleIds: membership.roleIds, groupRoles };
}

/** Nobody is linked without Roblox's word. Throws what `readOrRefuse` throws. */
export function orRefuse<T>(context: CommandContext, read: () => Promise<T>): Promise<T> {
  return readOrRefuse(context, (locale) => texts(locale).robloxUnread, read);
}
