import type { Membership, RobloxClient } from '../roblox/client.ts';
import { RobloxError } from '../roblox/errors.ts';

const LISTED_A_CALL = 100;
const ASKED_A_CALL = 50;

/** Makes one call, and may wait and repeat it. */
type MakeCall = <T>(work: () => Promise<T>) => Promise<T>;

/** Role ids by user id; an account that is missing is not in the group. */
export type HeldRoles = ReadonlyMap<string, readonly string[]>;

/**
 * Whether listing the whole group (100 a call) takes fewer calls than asking for so many linked members (50 a call).
 * Throws `RobloxError`.
 */
export async function isListingCheaper(
  roblox: RobloxClient,
  linked: number,
  call: MakeCall,
): Promise<boolean> {
  const { memberCount } = await call(() => roblox.group());
  return (
    memberCount !== undefined && Math.ceil(memberCount / LISTED_A_CALL) < Math.ceil(linked / ASKED_A_CALL)
  );
}

/**
 * One page of the group, its first for ''. `next` undefined: it was the last. Undefined: Roblox does not take this token
 * (any more), or it leads to itself. Throws `RobloxError`.
 */
export async function groupPage(
  roblox: RobloxClient,
  token: string,
  call: MakeCall,
): Promise<{ readonly held: HeldRoles; readonly next: string | undefined } | undefined> {
  try {
    const { memberships, next } = await call(() => roblox.groupMemberships(token === '' ? undefined : token));
    return next === token ? undefined : { held: heldRoles(memberships), next };
  } catch (error) {
    if (token !== '' && error instanceof RobloxError && error.status === 400) return undefined;
    throw error;
  }
}

/** The roles of these accounts, 50 a call. Throws `RobloxError`. */
export async function rolesOfAccounts(
  roblox: RobloxClient,
  userIds: readonly string[],
  call: MakeCall,
): Promise<HeldRoles> {
  const found: Membership[] = [];
  for (let start = 0; start < userIds.length; start += ASKED_A_CALL) {
    const asked = userIds.slice(start, start + ASKED_A_CALL);
    found.push(...(await call(() => roblox.memberships(asked))));
  }
  return heldRoles(found);
}

function heldRoles(memberships: readonly Membership[]): HeldRoles {
  return new Map(memberships.map(({ userId, roleIds }) => [userId, roleIds]));
}
