import * as z from 'zod/mini';
import { groupOf, type KeyCall, ok, parameter, type RobloxCall, type RobloxRoutes } from './call.ts';
import { type MembershipFilter, readFilter } from './filter.ts';
import { page } from './page.ts';
import { serviceRefusal } from './refusal.ts';
import { type GroupRoleState, type GroupState, highestRank, withBase } from './state.ts';

const RoleChange = z.object({ role: z.string() });
const CREATED = '2020-01-01T00:00:00Z';

/** Opaque to callers: they must use the path they were given. */
function membershipId(userId: string): string {
  return Buffer.from(userId).toString('base64url');
}

function membershipJson(
  group: GroupState,
  userId: string,
  roleIds: readonly string[],
): Record<string, unknown> {
  const held = group.roles.filter((role) => roleIds.includes(role.id)).sort((a, b) => a.rank - b.rank);
  const path = (role: GroupRoleState) => `groups/${group.id}/roles/${role.id}`;
  const highest = held.at(-1);
  return {
    path: `groups/${group.id}/memberships/${membershipId(userId)}`,
    createTime: CREATED,
    updateTime: CREATED,
    user: `users/${userId}`,
    ...(highest === undefined ? {} : { role: path(highest) }),
    roles: held.map(path),
  };
}

function listMemberships(call: RobloxCall) {
  const groupId = parameter(call, 'group_id');
  const filter = readFilter(call.query.get('filter'), groupId);
  const groups = groupId === '-' ? [...call.state.groups.values()] : [groupOf(call)];
  const found = groups.flatMap((group) => memberIds(group, filter).map((userId) => ({ group, userId })));
  const of = `${groupId} ${call.query.get('filter') ?? ''}`;
  const { items, nextPageToken } = page(found, call.query, 100, of);
  return ok({
    groupMemberships: items.map(({ group, userId }) =>
      membershipJson(group, userId, group.members.get(userId) ?? []),
    ),
    nextPageToken,
  });
}

function memberIds({ members }: GroupState, filter: MembershipFilter): readonly string[] {
  if (filter === undefined) return [...members.keys()];
  if ('users' in filter) return filter.users.filter((userId) => members.has(userId));
  return [...members].flatMap(([userId, roleIds]) => (roleIds.includes(filter.roleId) ? [userId] : []));
}

function roleJson(group: GroupState, role: GroupRoleState): Record<string, unknown> {
  let memberCount = 0;
  for (const held of group.members.values()) if (held.includes(role.id)) memberCount += 1;
  return {
    path: `groups/${group.id}/roles/${role.id}`,
    id: role.id,
    displayName: role.name,
    rank: role.rank,
    // Not given for guests, who are no members.
    ...(role.rank === 0 ? {} : { memberCount }),
  };
}

function listRoles(call: RobloxCall) {
  const group = groupOf(call);
  const { items, nextPageToken } = page(group.roles, call.query, 20, `${group.id} roles`);
  return ok({ groupRoles: items.map((role) => roleJson(group, role)), nextPageToken });
}

/** Assigns or unassigns one role; both do nothing when it is already so. */
function changeRole(call: KeyCall, change: 'assign' | 'unassign') {
  const group = groupOf(call);
  const userId = memberOf(call, group);
  const held = group.members.get(userId) ?? [];
  const role = roleOf(call, group);
  requirePower(call, group, userId, role);
  if (change === 'assign') {
    group.members.set(userId, withBase(group, [...held, role.id]));
  } else {
    if (role.base && group.unassignBase === 'refused') {
      throw serviceRefusal(400, 'INVALID_ARGUMENT', 'The base role cannot be unassigned.');
    }
    group.members.set(
      userId,
      withBase(
        group,
        held.filter((id) => id !== role.id),
      ),
    );
  }
  call.changed();
  return ok(membershipJson(group, userId, group.members.get(userId) ?? []));
}

/** By membership id, or by user id in its place. */
function memberOf(call: RobloxCall, group: GroupState): string {
  const given = parameter(call, 'membership_id');
  for (const userId of group.members.keys())
    if (given === membershipId(userId) || given === userId) return userId;
  throw serviceRefusal(404, 'NOT_FOUND', 'The membership does not exist.');
}

function roleOf(call: RobloxCall, group: GroupState): GroupRoleState {
  const parsed = RoleChange.safeParse(call.body);
  const roleId = parsed.success ? /^groups\/(\d+)\/roles\/(\d+)$/.exec(parsed.data.role) : null;
  if (roleId === null || roleId[1] !== group.id) {
    throw serviceRefusal(
      400,
      'INVALID_ARGUMENT',
      'The role must be a path such as groups/7/roles/99513316 of this group.',
    );
  }
  const role = group.roles.find((entry) => entry.id === roleId[2]);
  if (role === undefined) throw serviceRefusal(404, 'NOT_FOUND', 'The role does not exist.');
  return role;
}

/** The key's owner may change only members and roles below its own rank, never itself and never the group's owner. */
function requirePower(call: KeyCall, group: GroupState, userId: string, role: GroupRoleState): void {
  const { key } = call;
  const mayWrite = key.groupIds === undefined || key.groupIds.includes(group.id);
  const own = group.ownerId === key.ownerId ? 255 : highestRank(group, key.ownerId);
  const isOwner = userId === group.ownerId || userId === key.ownerId;
  if (!mayWrite || isOwner || role.rank === 0 || role.rank >= own || highestRank(group, userId) >= own) {
    throw serviceRefusal(
      403,
      'PERMISSION_DENIED',
      'You do not have permission to manage this member or role.',
    );
  }
}

export const groupRoutes: RobloxRoutes = {
  'GET /cloud/v2/groups/{group_id}': {
    auth: 'key',
    perMinute: 150,
    run: (call) => {
      const group = groupOf(call);
      return ok({
        path: `groups/${group.id}`,
        createTime: CREATED,
        updateTime: CREATED,
        id: group.id,
        displayName: group.name,
        description: '',
        ...(group.ownerId === null ? {} : { owner: `users/${group.ownerId}` }),
        memberCount: group.members.size,
        publicEntryAllowed: true,
        locked: false,
        verified: false,
      });
    },
  },
  'GET /cloud/v2/groups/{group_id}/roles': { auth: 'key', perMinute: 300, run: listRoles },
  'GET /cloud/v2/groups/{group_id}/roles/{role_id}': {
    auth: 'key',
    perMinute: 300,
    run: (call) => {
      const group = groupOf(call);
      const role = group.roles.find((entry) => entry.id === parameter(call, 'role_id'));
      if (role === undefined) throw serviceRefusal(404, 'NOT_FOUND', 'The role does not exist.');
      return ok(roleJson(group, role));
    },
  },
  'GET /cloud/v2/groups/{group_id}/memberships': { auth: 'key', perMinute: 300, run: listMemberships },
  'POST /cloud/v2/groups/{group_id}/memberships/{membership_id}:assignRole': {
    auth: 'key',
    scope: 'group:write',
    perMinute: 300,
    run: (call) => changeRole(call, 'assign'),
  },
  'POST /cloud/v2/groups/{group_id}/memberships/{membership_id}:unassignRole': {
    auth: 'key',
    scope: 'group:write',
    perMinute: 300,
    run: (call) => changeRole(call, 'unassign'),
  },
};
