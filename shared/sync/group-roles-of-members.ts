import type { Membership, RobloxClient } from '../roblox/client.ts';

const LISTED_A_CALL = 100;
const ASKED_A_CALL = 50;

/** Which roles accounts hold in the group, read in bulk. */
export interface GroupRolesOfMembers {
  /** By user id; an account that is missing is not in the group. Throws `RobloxError`. */
  of(userIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

/**
 * Takes the cheaper way: listing the whole group once (100 a call) or asking for the members in question (50 a call).
 * `call` makes one call, and may wait and repeat it.
 */
export async function groupRolesOfMembers(
  roblox: RobloxClient,
  linked: number,
  call: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<GroupRolesOfMembers> {
  const { memberCount } = await call(() => roblox.group());
  const listing =
    memberCount === undefined ? Number.POSITIVE_INFINITY : Math.ceil(memberCount / LISTED_A_CALL);
  if (listing < Math.ceil(linked / ASKED_A_CALL)) return listed(await wholeGroup(roblox, call));
  return {
    async of(userIds) {
      const roles = new Map<string, readonly string[]>();
      for (let start = 0; start < userIds.length; start += ASKED_A_CALL) {
        const asked = userIds.slice(start, start + ASKED_A_CALL);
        add(roles, await call(() => roblox.memberships(asked)));
      }
      return roles;
    },
  };
}

function listed(roles: ReadonlyMap<string, readonly string[]>): GroupRolesOfMembers {
  return { of: async () => roles };
}

async function wholeGroup(
  roblox: RobloxClient,
  call: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const roles = new Map<string, readonly string[]>();
  let token: string | undefined;
  do {
    const from = token;
    const page = await call(() => roblox.groupMemberships(from));
    add(roles, page.memberships);
    token = page.next;
  } while (token !== undefined);
  return roles;
}

function add(roles: Map<string, readonly string[]>, memberships: readonly Membership[]): void {
  for (const { userId, roleIds } of memberships) roles.set(userId, roleIds);
}
