import { groupOf, type KeyCall, ok, parameter, type RobloxRoutes } from './call.ts';
import { readUserFilter } from './filter.ts';
import { page } from './page.ts';
import { serviceRefusal } from './refusal.ts';
import { type GroupState, highestRank, type JoinRequestState, withBase } from './state.ts';

function list(call: KeyCall) {
  const group = groupOf(call);
  requirePower(call, group);
  const filter = call.query.get('filter');
  const userId = readUserFilter(filter);
  const found = group.joinRequests.filter((request) => userId === undefined || request.userId === userId);
  const { items, nextPageToken } = page(found, call.query, 20, `${group.id} join-requests ${filter ?? ''}`);
  return ok({ groupJoinRequests: items.map((request) => requestJson(group, request)), nextPageToken });
}

function requestJson(group: GroupState, { id, userId, createdAt }: JoinRequestState) {
  return {
    path: `groups/${group.id}/join-requests/${id}`,
    createTime: new Date(createdAt).toISOString(),
    user: `users/${userId}`,
  };
}

/** Whoever comes second finds no request any more. Accepting makes a member with the base role. */
function decide(call: KeyCall, decision: 'accept' | 'decline') {
  const group = groupOf(call);
  requirePower(call, group);
  const request = group.joinRequests.find(({ id }) => id === parameter(call, 'join_request_id'));
  if (request === undefined) throw serviceRefusal(404, 'NOT_FOUND', 'The group join request does not exist.');
  group.joinRequests = group.joinRequests.filter((other) => other !== request);
  if (decision === 'accept') group.members.set(request.userId, withBase(group, []));
  call.changed();
  return ok({});
}

/** The `acceptRequests` permission: here, what every role above the base role has. */
function requirePower({ key }: KeyCall, group: GroupState): void {
  const mayWrite = key.groupIds === undefined || key.groupIds.includes(group.id);
  const base = Math.max(0, ...group.roles.filter((role) => role.base).map((role) => role.rank));
  const isAbove = group.ownerId === key.ownerId || highestRank(group, key.ownerId) > base;
  if (!mayWrite || !isAbove) {
    throw serviceRefusal(403, 'PERMISSION_DENIED', 'You do not have permission to manage join requests.');
  }
}

export const joinRequestRoutes: RobloxRoutes = {
  'GET /cloud/v2/groups/{group_id}/join-requests': {
    auth: 'key',
    scope: 'group:read',
    perMinute: 300,
    run: list,
  },
  'POST /cloud/v2/groups/{group_id}/join-requests/{join_request_id}:accept': {
    auth: 'key',
    scope: 'group:write',
    perMinute: 100,
    run: (call) => decide(call, 'accept'),
  },
  'POST /cloud/v2/groups/{group_id}/join-requests/{join_request_id}:decline': {
    auth: 'key',
    scope: 'group:write',
    perMinute: 100,
    run: (call) => decide(call, 'decline'),
  },
};
