import * as z from 'zod/mini';
import { ok, parameter, type RobloxCall, type RobloxRoutes } from './call.ts';
import { gatewayRefusal, problemRefusal, serviceRefusal } from './refusal.ts';
import type { KeyState, RobloxUserState } from './state.ts';

const Usernames = z.object({
  usernames: z.array(z.string()),
  excludeBannedUsers: z._default(z.boolean(), false),
});
const UserIds = z.object({
  userIds: z.array(z.int()),
  excludeBannedUsers: z._default(z.boolean(), false),
});
const Introspect = z.object({ apiKey: z.string() });
const MOST_USERS = 100;

function user(call: RobloxCall) {
  const found = call.state.users.get(parameter(call, 'user_id'));
  if (found === undefined || found.state === 'deleted')
    throw serviceRefusal(404, 'NOT_FOUND', 'The user does not exist.');
  return ok({
    path: `users/${found.id}`,
    createTime: new Date(found.createdAt).toISOString(),
    id: found.id,
    name: found.name,
    displayName: found.displayName,
    about: found.about,
    locale: 'en-US',
  });
}

/** By names in any case, former names too; one entry for each name that somebody has or had. */
function byUsernames(call: RobloxCall) {
  const parsed = Usernames.safeParse(call.body);
  if (!parsed.success) throw gatewayRefusal(400, 'The request was invalid.');
  if (parsed.data.usernames.length > MOST_USERS) throw gatewayRefusal(400, 'Too many usernames.', 2);
  const users = [...call.state.users.values()].filter(
    (entry) => entry.state === 'active' || (entry.state === 'banned' && !parsed.data.excludeBannedUsers),
  );
  const data = parsed.data.usernames.flatMap((requested) => {
    const found = userOfName(users, requested);
    if (found === undefined) return [];
    return [
      {
        requestedUsername: requested,
        hasVerifiedBadge: false,
        id: Number(found.id),
        name: found.name,
        displayName: found.displayName,
      },
    ];
  });
  return ok({ data });
}

/** By ids, in the order asked; nobody for an id that is deleted. */
function byIds(call: RobloxCall) {
  const parsed = UserIds.safeParse(call.body);
  if (!parsed.success) throw gatewayRefusal(400, 'The request was invalid.');
  if (parsed.data.userIds.length > MOST_USERS) throw gatewayRefusal(400, 'Too many ids.', 1);
  const data = parsed.data.userIds.flatMap((id) => {
    const found = call.state.users.get(String(id));
    if (found === undefined || found.state === 'deleted') return [];
    if (found.state === 'banned' && parsed.data.excludeBannedUsers) return [];
    return [{ hasVerifiedBadge: false, id, name: found.name, displayName: found.displayName }];
  });
  return ok({ data });
}

function userOfName(users: readonly RobloxUserState[], requested: string): RobloxUserState | undefined {
  const wanted = requested.toLowerCase();
  return (
    users.find((entry) => entry.name.toLowerCase() === wanted) ??
    users.find((entry) => entry.formerNames.some((name) => name.toLowerCase() === wanted))
  );
}

function introspect(call: RobloxCall) {
  const parsed = Introspect.safeParse(call.body);
  if (!parsed.success) throw problemRefusal(400, 'Bad Request', 'apiKey is required.');
  const key = call.state.keys.find((entry) => entry.apiKey === parsed.data.apiKey);
  if (key === undefined) throw problemRefusal(401, 'Unauthorized', 'The API key is invalid.');
  return ok({
    name: key.name,
    authorizedUserId: Number(key.ownerId),
    scopes: scopesOf(key),
    enabled: key.enabled,
    expired: key.expiresAt !== undefined && key.expiresAt <= call.now,
    ...(key.expiresAt === undefined ? {} : { expirationTimeUtc: new Date(key.expiresAt).toISOString() }),
  });
}

/** `group:read` and `group:write` as one scope `group` with two operations. */
function scopesOf(key: KeyState): unknown[] {
  const operations = new Map<string, string[]>();
  for (const scope of key.scopes) {
    const [name = '', operation = ''] = scope.split(':');
    operations.set(name, [...(operations.get(name) ?? []), operation]);
  }
  return [...operations].map(([name, allowed]) => ({
    name,
    operations: allowed,
    groupIds: key.groupIds ?? ['*'],
  }));
}

export const userRoutes: RobloxRoutes = {
  'GET /cloud/v2/users/{user_id}': { auth: 'key', perMinute: 1000, run: user },
  'POST /v1/users': { auth: 'none', perMinute: 1000, run: byIds },
  'POST /v1/usernames/users': { auth: 'none', perMinute: 1000, run: byUsernames },
  'POST /api-keys/v1/introspect': { auth: 'none', perMinute: 1000, run: introspect },
};
