import type { ClanContext } from '../context/clan-runtime.ts';
import type { LinkedMember } from '../members/member.ts';
import type { GroupRole, RobloxClient } from '../roblox/client.ts';
import { RobloxError } from '../roblox/errors.ts';

/** What Roblox says about a member. */
export type RobloxPlace =
  | {
      readonly kind: 'read';
      /** Undefined when only the roles were read. */
      readonly robloxName: string | undefined;
      readonly groupRoles: readonly GroupRole[];
      /** All roles held in the group. */
      readonly roleIds: readonly string[];
    }
  /** Not in the group any more. `accountGone`: it was asked, and the account does not exist any more either. */
  | { readonly kind: 'left-group'; readonly robloxName: string | undefined; readonly accountGone?: boolean }
  /** Roblox does not know the account any more. */
  | { readonly kind: 'account-gone' }
  /** Roblox did not answer, or refused. */
  | { readonly kind: 'away'; readonly error: RobloxError };

/** Reads one member's roles and name from Roblox: three calls at once. Throws `RobloxError`. */
export async function readFromRoblox(roblox: RobloxClient, member: LinkedMember): Promise<RobloxPlace> {
  const [groupRoles, membership, user] = await Promise.all([
    roblox.groupRoles(),
    roblox.membership(member.robloxUserId),
    roblox.user(member.robloxUserId),
  ]);
  if (user === undefined) return { kind: 'account-gone' };
  if (membership === undefined) return { kind: 'left-group', robloxName: user.name };
  return { kind: 'read', robloxName: user.name, groupRoles, roleIds: membership.roleIds };
}

/** The same where a Roblox that fails is `away`; the log says why. */
export async function readFromRobloxOrRefuse(
  { roblox, log }: Pick<ClanContext, 'roblox' | 'log'>,
  member: LinkedMember,
): Promise<RobloxPlace> {
  try {
    return await readFromRoblox(roblox, member);
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    log.warning('Roblox could not be read for a member', { status: error.status, code: error.code });
    return { kind: 'away', error };
  }
}
