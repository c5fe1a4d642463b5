import { describe, expect, it } from 'vitest';
import {
  broken,
  type ScriptedAnswer,
  type SentRequest,
  scriptedService,
} from '../../test/support/scripted-service.ts';
import { createLogger } from '../log/create-logger.ts';
import { createRobloxClient } from './create-roblox-client.ts';
import { RobloxError } from './errors.ts';

const API_KEY = 'api-key-of-the-test';

function setUp(...script: readonly ScriptedAnswer[]) {
  const lines: string[] = [];
  const service = scriptedService(...script);
  const roblox = createRobloxClient({
    ...service,
    log: createLogger({ level: 'debug', write: (line) => lines.push(line) }),
    apiUrl: 'https://apis.test',
    usersApiUrl: 'https://users.test',
    apiKey: API_KEY,
    groupId: '7',
  });
  return { roblox, service, lines, sent: (index = 0) => service.requests[index] };
}

async function failure(call: Promise<unknown>): Promise<RobloxError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof RobloxError) return error;
  throw new Error(`expected RobloxError, got ${String(error)}`);
}

function membership(group: string, user: string, ...roles: string[]) {
  return {
    path: `groups/${group}/memberships/m-${user}=`,
    user: `users/${user}`,
    role: `groups/${group}/roles/${roles[0]}`,
    roles: roles.map((role) => `groups/${group}/roles/${role}`),
  };
}

const queryOf = (request: SentRequest | undefined, name: string) =>
  new URL(request?.url ?? 'https://none.test').searchParams.get(name);

describe('users', () => {
  it('are found by the name they have now, not by a former one', async () => {
    const data = [
      { requestedUsername: 'wolf', id: 1, name: 'Wolf', displayName: 'W' },
      { requestedUsername: 'OldName', id: 2, name: 'NewName', displayName: 'N' },
    ];
    const { roblox, sent } = setUp({ body: { data } });
    const users = await roblox.usersByName(['wolf', ' OldName ', 'WOLF', '', 'x'.repeat(51)]);
    expect(users.map((user) => [user.id, user.name])).toEqual([['1', 'Wolf']]);
    expect(sent()?.url).toBe('https://users.test/v1/usernames/users');
    expect(sent()?.body).toEqual({ usernames: ['WOLF', 'OldName'], excludeBannedUsers: true });
  });

  it('are asked for by a hundred, and nobody is asked for without names', async () => {
    const { roblox, service } = setUp({ body: { data: [] } });
    expect(await roblox.usersByName([])).toEqual([]);
    expect(service.requests).toHaveLength(0);
    await roblox.usersByName(Array.from({ length: 201 }, (_, index) => `name${index}`));
    expect(service.requests).toHaveLength(3);
  });

  it('show their profile text, which may be missing', async () => {
    const { roblox } = setUp({ body: { id: '5', name: 'Wolf' } });
    expect(await roblox.user('5')).toEqual({ id: '5', name: 'Wolf', about: '' });
  });

  it('that do not exist are no error', async () => {
    const { roblox } = setUp({ status: 404, body: { code: 'NOT_FOUND', message: 'gone' } });
    expect(await roblox.user('5')).toBeUndefined();
  });
});

describe('memberships', () => {
  it('of one user are asked for with a filter in our group', async () => {
    const { roblox, sent } = setUp({
      body: { groupMemberships: [membership('7', '5', '30', '20')], nextPageToken: '' },
    });
    expect(await roblox.membership('5')).toEqual({
      path: 'groups/7/memberships/m-5=',
      userId: '5',
      roleIds: ['30', '20'],
    });
    expect(new URL(sent()?.url ?? '').pathname).toBe('/cloud/v2/groups/7/memberships');
    expect(queryOf(sent(), 'filter')).toBe("user == 'users/5'");
    expect(sent()?.headers['x-api-key']).toBe(API_KEY);
  });

  it('of nobody are undefined', async () => {
    const { roblox } = setUp({ body: {} });
    expect(await roblox.membership('5')).toBeUndefined();
  });

  it('without a list of roles have the one that is shown', async () => {
    const { roles: _, ...single } = membership('7', '5', '30');
    const { roblox } = setUp({ body: { groupMemberships: [single] } });
    expect((await roblox.membership('5'))?.roleIds).toEqual(['30']);
  });

  it('of many users leave out other groups and stop when all are found', async () => {
    const { roblox, service, sent } = setUp(
      {
        body: {
          groupMemberships: [membership('7', '1', '30'), membership('8', '1', '9')],
          nextPageToken: 'p2',
        },
      },
      {
        body: {
          groupMemberships: [membership('7', '2', '31'), membership('70', '2', '9')],
          nextPageToken: 'p3',
        },
      },
    );
    const found = await roblox.memberships(['1', '2', '1']);
    expect(found.map((one) => [one.userId, one.roleIds])).toEqual([
      ['1', ['30']],
      ['2', ['31']],
    ]);
    expect(service.requests).toHaveLength(2);
    expect(queryOf(sent(), 'filter')).toBe("user in ['users/1', 'users/2']");
    expect(queryOf(sent(1), 'pageToken')).toBe('p2');
    expect(new URL(sent()?.url ?? '').pathname).toBe('/cloud/v2/groups/-/memberships');
  });

  it('are never read without end', async () => {
    const { roblox, service } = setUp({ body: { groupMemberships: [], nextPageToken: 'again' } });
    expect((await failure(roblox.memberships(['1']))).retryable).toBe(false);
    expect(service.requests).toHaveLength(100);
  });

  it('are asked for by fifty users at most', async () => {
    const { roblox } = setUp();
    expect(await roblox.memberships([])).toEqual([]);
    const many = Array.from({ length: 51 }, (_, index) => String(index));
    await expect(roblox.memberships(many)).rejects.toThrow(RangeError);
  });

  it('of the whole group come by pages of a hundred', async () => {
    const { roblox, sent } = setUp({
      body: { groupMemberships: [membership('7', '1', '30')], nextPageToken: 'p2' },
    });
    expect((await roblox.groupMemberships(undefined)).next).toBe('p2');
    await roblox.groupMemberships('p2');
    expect(queryOf(sent(1), 'pageToken')).toBe('p2');
    expect(queryOf(sent(), 'maxPageSize')).toBe('100');
  });

  it('with an unexpected path are refused, so that nothing else is ever called', async () => {
    const odd = { ...membership('7', '1', '30'), path: 'groups/7/memberships/../../../evil' };
    const { roblox } = setUp({ body: { groupMemberships: [odd] } });
    expect((await failure(roblox.membership('1'))).message).toContain('groupMemberships.0.path');
  });
});

describe('roles', () => {
  it('are given and taken one by one, and again when no answer came', async () => {
    const { roblox, service, sent } = setUp(broken('ECONNRESET'), {});
    await roblox.assignRole('groups/7/memberships/m-5=', '30');
    await roblox.unassignRole('groups/7/memberships/m-5=', '20');
    expect(service.calls().slice(1)).toEqual([
      'POST /cloud/v2/groups/7/memberships/m-5=:assignRole',
      'POST /cloud/v2/groups/7/memberships/m-5=:unassignRole',
    ]);
    expect(sent(1)?.body).toEqual({ role: 'groups/7/roles/30' });
  });

  it('of the group are read by twenty, sorted, and kept for a minute', async () => {
    const { roblox, service, sent } = setUp(
      {
        body: {
          groupRoles: [{ id: '3', displayName: 'High', rank: 200, memberCount: 4 }],
          nextPageToken: 'p2',
        },
      },
      {
        body: {
          groupRoles: [
            { id: '1', displayName: 'Guest' },
            { id: '2', displayName: 'Low', rank: 1 },
          ],
        },
      },
      { body: { groupRoles: [] } },
    );
    expect((await roblox.groupRoles()).map((role) => [role.id, role.rank, role.memberCount])).toEqual([
      ['1', 0, undefined],
      ['2', 1, undefined],
      ['3', 200, 4],
    ]);
    expect(queryOf(sent(), 'maxPageSize')).toBe('20');
    await roblox.groupRoles();
    expect(service.requests).toHaveLength(2);
    service.pass(60_000);
    expect(await roblox.groupRoles()).toEqual([]);
    service.pass(-86_400_000);
    await roblox.groupRoles();
    expect(service.requests).toHaveLength(4);
  });

  it('that could not be read are not kept', async () => {
    const { roblox } = setUp(
      { status: 400 },
      { body: { groupRoles: [{ id: '2', displayName: 'Low', rank: 1 }] } },
    );
    await failure(roblox.groupRoles());
    expect(await roblox.groupRoles()).toHaveLength(1);
  });
});

it('finds users by their ids in calls of 100, without the key', async () => {
  const user = (id: number) => ({ id, name: `User${id}`, displayName: 'x' });
  const { roblox, sent, service } = setUp({ body: { data: [user(1)] } }, { body: { data: [user(101)] } });
  const ids = Array.from({ length: 101 }, (_, index) => String(index + 1));
  expect((await roblox.usersById(ids)).map((found) => found.id)).toEqual(['1', '101']);
  expect(service.requests).toHaveLength(2);
  expect(sent()?.headers).not.toHaveProperty('x-api-key');
});

it('shows the group', async () => {
  const { roblox } = setUp({ body: { id: '7', displayName: 'Wolves', memberCount: 12 } });
  expect(await roblox.group()).toEqual({ id: '7', name: 'Wolves', memberCount: 12 });
});

describe('the key', () => {
  it('is introspected by its body, with scopes as Roblox names them', async () => {
    const key = {
      name: 'bot',
      authorizedUserId: 1,
      scopes: [
        { name: 'group', operations: ['read', 'write'] },
        { name: 'other', operations: null },
      ],
      enabled: true,
      expired: false,
      expirationTimeUtc: '2027-01-01T00:00:00.000Z',
    };
    const { roblox, sent } = setUp({ body: key }, { body: { ...key, expirationTimeUtc: null } });
    expect(await roblox.introspectKey()).toEqual({
      enabled: true,
      expired: false,
      ownerId: '1',
      expiresAt: Date.UTC(2027, 0, 1),
      scopes: ['group:read', 'group:write', 'other'],
    });
    expect(sent()?.body).toEqual({ apiKey: API_KEY });
    expect((await roblox.introspectKey()).expiresAt).toBeUndefined();
  });

  it('goes to Open Cloud only, and stands in no error and no log', async () => {
    const { roblox, lines, sent } = setUp(
      { body: { data: [] } },
      { status: 401, body: { errors: [{ code: 0, message: 'Invalid API Key' }] } },
    );
    await roblox.usersByName(['Wolf']);
    expect(sent()?.headers).not.toHaveProperty('x-api-key');
    const error = await failure(roblox.introspectKey());
    expect(JSON.stringify([lines, error.message, error.stack, { ...error }])).not.toContain(API_KEY);
  });
});

describe('an error', () => {
  it.each([
    [
      'a list',
      403,
      { errors: [{ code: 8, message: 'Insufficient\n permission' }] },
      '8',
      '8: Insufficient permission',
    ],
    [
      'Open Cloud',
      403,
      { code: 'PERMISSION_DENIED', message: 'No', details: [] },
      'PERMISSION_DENIED',
      'PERMISSION_DENIED: No',
    ],
    [
      'problem JSON',
      400,
      { type: 't', title: 'Bad', status: 400, detail: 'Wrong id', traceId: 'x' },
      undefined,
      'Wrong id',
    ],
  ])('is read in the form of %s', async (_, status, body, code, said) => {
    const { roblox } = setUp({ status, body });
    const error = await failure(roblox.group());
    expect(error).toMatchObject({ status, code, retryable: false, route: 'GET /cloud/v2/groups/7' });
    expect(error.message).toBe(`Roblox answered ${status} (${said}) to GET /cloud/v2/groups/7.`);
  });

  it.each(['<html>', '[]', '""'])('without any known form (%s) still has its status', async (body) => {
    const { roblox } = setUp({ status: 403, body });
    expect((await failure(roblox.group())).message).toBe('Roblox answered 403 to GET /cloud/v2/groups/7.');
  });

  it('that passes by itself can be tried again, with the time that Roblox names', async () => {
    const aborted = setUp({ status: 409, body: { code: 'ABORTED', message: 'busy' } });
    expect((await failure(aborted.roblox.group())).retryable).toBe(true);
    const limited = setUp({ status: 429, headers: { 'x-ratelimit-reset': '45' } });
    expect(await failure(limited.roblox.group())).toMatchObject({ retryable: true, retryAfterMs: 45_000 });
    const away = setUp(broken('ENOTFOUND'));
    expect(await failure(away.roblox.group())).toMatchObject({ status: 0, retryable: true });
  });

  it('is thrown for an answer of an unknown form', async () => {
    const { roblox } = setUp({ body: { id: 7 } });
    const error = await failure(roblox.group());
    expect(error.message).toContain('unknown form (id, displayName)');
    expect(error).toMatchObject({ status: 200, retryable: false });
  });

  it('for a success that is no JSON says that it passes', async () => {
    const { roblox } = setUp({ body: '<html>One moment</html>' });
    expect(await failure(roblox.group())).toMatchObject({ status: 200, retryable: true });
  });
});
