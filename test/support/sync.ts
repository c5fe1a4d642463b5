// A group on Roblox and a guild in memory that count what is asked of them. For tests only.

import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import type { RobloxClient } from '../../shared/roblox/client.ts';
import { GROUP_ROLES, NOON, type TestClan } from './clan.ts';
import { contextOf, fakeDiscord, fakeRoblox } from './command-context.ts';

export interface CountedGroup {
  readonly roblox: RobloxClient;
  /** Calls made so far, by method. */
  readonly calls: Record<string, number>;
  /** Roles by user id; nobody else is in the group. */
  readonly held: Map<string, readonly string[]>;
  /** Names by user id; an account without one is gone. */
  readonly names: Map<string, string>;
  /** People in the group whom the clan does not know. */
  others: number;
}

/** A group whose listing is paged as Roblox pages it. */
export function countedGroup(): CountedGroup {
  const calls: Record<string, number> = {};
  const held = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  const counted = (method: string) => {
    calls[method] = (calls[method] ?? 0) + 1;
  };
  const membership = (userId: string) => {
    const roleIds = held.get(userId);
    return roleIds === undefined ? [] : [{ path: `groups/1/memberships/${userId}`, userId, roleIds }];
  };
  const group: CountedGroup = { calls, held, names, others: 0, roblox: fakeRoblox() };
  const roblox: RobloxClient = {
    ...fakeRoblox(),
    async group() {
      counted('group');
      return { id: '3203735', name: 'Group', memberCount: held.size + group.others };
    },
    async groupRoles() {
      counted('groupRoles');
      return GROUP_ROLES;
    },
    async groupMemberships(token) {
      counted('groupMemberships');
      const users = [...held.keys(), ...Array.from({ length: group.others }, (_, index) => `9${index}`)];
      const start = Number(token ?? 0);
      const page = users.slice(start, start + 100);
      return {
        memberships: page.flatMap((userId) =>
          held.has(userId) ? membership(userId) : [{ path: 'x', userId, roleIds: ['90030'] }],
        ),
        next: start + 100 < users.length ? String(start + 100) : undefined,
      };
    },
    async memberships(userIds) {
      counted('memberships');
      return userIds.flatMap(membership);
    },
    async usersById(userIds) {
      counted('usersById');
      return userIds.flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [{ id, name, displayName: name }];
      });
    },
    async introspectKey() {
      counted('introspectKey');
      return { enabled: true, expired: false, ownerId: '1', expiresAt: undefined, scopes: [] };
    },
  };
  return Object.assign(group, { roblox });
}

/** What a sync needs, with a guild in which everybody is and may be given roles. */
export function deliveryOf(
  clan: TestClan,
  group: CountedGroup,
  more: Partial<ClanContext> = {},
): ClanContext & { readonly given: [string, string][] } {
  const given: [string, string][] = [];
  const { clan: identity, settings, log, random } = contextOf(clan, '1');
  const discord = {
    ...fakeDiscord(),
    roles: async () => [],
    createRole: async (name: string) => ({
      id: `7${String(name.length).padStart(17, '0')}`,
      name,
      position: 1,
      permissions: 0n,
      managed: false,
    }),
    member: async (userId: string) => ({ userId, displayName: 'x', roleIds: [] }),
    addRole: async (userId: string, roleId: string) => {
      given.push([userId, roleId]);
    },
    removeRole: async () => undefined,
  };
  return {
    clan: identity,
    settings,
    db: clan.db,
    discord,
    roblox: group.roblox,
    log,
    now: () => NOON,
    random,
    ...more,
    given,
  };
}
