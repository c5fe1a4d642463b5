import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RobloxEmulator } from '../../local/roblox/roblox-emulator.ts';
import type { RobloxSeed } from '../../local/roblox/seed.ts';
import { startRobloxEmulator } from '../../local/roblox/start-roblox-emulator.ts';
import { openApiFile } from './openapi-files.ts';
import { rawRequest } from './raw-request.ts';

const file = openApiFile('roblox-openapi.json');
const SEED: RobloxSeed = {
  keys: [
    { apiKey: 'key', ownerId: '5' },
    { apiKey: 'reader', ownerId: '5', scopes: ['group:read'] },
    { apiKey: 'off', ownerId: '5', enabled: false },
    { apiKey: 'old', ownerId: '5', expiresAt: 1000 },
  ],
  users: ['1', '2', '3', '5'].map((id) => ({ id, name: `User${id}` })),
  groups: [
    {
      id: '7',
      name: 'TophatC',
      ownerId: '1',
      roles: [
        { id: '70', name: 'Guest', rank: 0 },
        { id: '71', name: 'Member', rank: 1 },
        { id: '72', name: 'Enlist', rank: 50 },
        { id: '73', name: 'Soldier', rank: 50 },
        { id: '74', name: 'Officer', rank: 200 },
        { id: '75', name: 'Owner', rank: 255 },
      ],
      members: [
        { userId: '1', roleIds: ['75'] },
        { userId: '2', roleIds: ['72'] },
        { userId: '3', roleIds: ['74'] },
        { userId: '5', roleIds: ['74'] },
      ],
    },
  ],
};

describe('the Roblox emulator answers as Open Cloud does', () => {
  let roblox: RobloxEmulator;
  let folder: string;
  let now: number;

  beforeEach(async () => {
    now = Date.now();
    folder = mkdtempSync(join(tmpdir(), 'roblox-'));
    roblox = await start();
  });
  afterEach(async () => {
    await roblox.stop();
    rmSync(folder, { recursive: true });
  });

  const start = () =>
    startRobloxEmulator({ seed: SEED, now: () => now, stateFile: join(folder, 'roblox.json') });
  const send = (method: string, path: string, body?: unknown, key = 'key') =>
    rawRequest(roblox.apiUrl, method, path, { body, headers: { 'x-api-key': key } });
  const change = (action: string, user: string, role: string, key?: string) =>
    send('POST', `/cloud/v2/groups/7/memberships/${user}:${action}`, { role: `groups/7/roles/${role}` }, key);
  const memberships = (group: string, filter: string) =>
    send('GET', `/cloud/v2/groups/${group}/memberships?maxPageSize=100&filter=${encodeURIComponent(filter)}`);

  it('takes no key that is unknown, disabled or expired, and says so in the form of the gateway', async () => {
    for (const key of ['nonsense', 'off', 'old']) {
      expect(await send('GET', '/cloud/v2/groups/7', undefined, key)).toMatchObject({
        status: 401,
        json: { errors: [{ code: 0, message: 'Invalid API Key' }] },
      });
    }
  });

  it('changes no role with a key that may only read', async () => {
    expect(await change('assignRole', '2', '73', 'reader')).toMatchObject({
      status: 403,
      json: { code: 'INSUFFICIENT_SCOPE' },
    });
  });

  it("changes nothing at or above the rank of the key's owner, nor the owner itself", async () => {
    const attempts = [
      await change('assignRole', '2', '74'),
      await change('assignRole', '3', '73'),
      await change('assignRole', '5', '73'),
      await change('unassignRole', '1', '75'),
    ];
    for (const attempt of attempts)
      expect(attempt).toMatchObject({ status: 403, json: { code: 'PERMISSION_DENIED' } });
    expect((await change('assignRole', '2', '73')).status).toBe(200);
  });

  it('keeps several roles, the base role always among them, and shows the highest as the one', async () => {
    await change('assignRole', '2', '73');
    const answer = await change('unassignRole', '2', '72');
    expect(answer.json).toMatchObject({
      role: 'groups/7/roles/73',
      roles: ['groups/7/roles/71', 'groups/7/roles/73'],
    });
    expect((await change('unassignRole', '2', '71')).json).toMatchObject({
      roles: ['groups/7/roles/71', 'groups/7/roles/73'],
    });
    expect(roblox.rankOf('7', 'User2')).toBe(50);
  });

  it('knows the documented filters and no other', async () => {
    expect((await memberships('7', "user == 'users/2'")).json).toMatchObject({
      groupMemberships: [{ user: 'users/2' }],
    });
    expect((await memberships('7', "role == 'groups/7/roles/74'")).json).toMatchObject({
      groupMemberships: [{ user: 'users/3' }, { user: 'users/5' }],
    });
    expect((await memberships('-', "user in ['users/2', 'users/3']")).json).toMatchObject({
      groupMemberships: [{ user: 'users/2' }, { user: 'users/3' }],
    });
    const tooMany = `user in [${Array.from({ length: 51 }, (_, index) => `'users/${index}'`).join(',')}]`;
    for (const [group, filter] of [
      ['-', ''],
      ['-', tooMany],
      ['7', "user in ['users/2']"],
      ['7', 'rank > 3'],
      ['7', "role == 'groups/8/roles/1'"],
    ] as const) {
      expect(await memberships(group, filter)).toMatchObject({
        status: 400,
        json: { code: 'INVALID_ARGUMENT' },
      });
    }
  });

  it('gives 10 a page unless asked, and takes no token of another list', async () => {
    const first = await send('GET', '/cloud/v2/groups/7/memberships?maxPageSize=2');
    expect(first.json).toMatchObject({
      groupMemberships: [{}, {}],
      nextPageToken: expect.stringMatching(/./),
    });
    const token = nextOf(first.json);
    expect(
      (await send('GET', `/cloud/v2/groups/7/memberships?maxPageSize=2&pageToken=${token}`)).json,
    ).toMatchObject({ groupMemberships: [{ user: 'users/3' }, { user: 'users/5' }], nextPageToken: '' });
    expect((await send('GET', `/cloud/v2/groups/7/roles?pageToken=${token}`)).status).toBe(400);
  });

  it('finds users by former names too, under the name they have now', async () => {
    roblox.rename('User2', 'Renamed');
    const answer = await send('POST', '/v1/usernames/users', {
      usernames: ['user2'],
      excludeBannedUsers: true,
    });
    expect(answer.json).toEqual({
      data: [
        { requestedUsername: 'user2', hasVerifiedBadge: false, id: 2, name: 'Renamed', displayName: 'User2' },
      ],
    });
    roblox.setState('Renamed', 'banned');
    expect(
      (await send('POST', '/v1/usernames/users', { usernames: ['user2'], excludeBannedUsers: true })).json,
    ).toEqual({ data: [] });
  });

  it('tells what a key is, and refuses an unknown one with problem details', async () => {
    expect((await send('POST', '/api-keys/v1/introspect', { apiKey: 'old' })).json).toMatchObject({
      authorizedUserId: 5,
      enabled: true,
      expired: true,
      scopes: [{ name: 'group', operations: ['read', 'write'] }],
    });
    expect(await send('POST', '/api-keys/v1/introspect', { apiKey: 'x' })).toMatchObject({
      status: 401,
      json: { title: 'Unauthorized', status: 401 },
    });
  });

  it('limits the group to 150 reads a minute for one owner, whichever key is used', async () => {
    for (let index = 0; index < 150; index += 1)
      await send('GET', '/cloud/v2/groups/7', undefined, index % 2 === 0 ? 'key' : 'reader');
    const limited = await send('GET', '/cloud/v2/groups/7');
    expect(limited).toMatchObject({ status: 429, json: { code: 'RESOURCE_EXHAUSTED' } });
    expect(limited.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(limited.headers.get('x-ratelimit-reset')).toBe('60');
    expect(roblox.requests.count('GET /cloud/v2/groups/{group_id}')).toBe(151);
    now += 60_000;
    expect((await send('GET', '/cloud/v2/groups/7')).status).toBe(200);
  });

  it('breaks as it is told, in the form that is asked for', async () => {
    roblox.faults.add({
      route: /^GET \/cloud\/v2\/users\//,
      status: 503,
      times: 1,
      body: { title: 'Unavailable', status: 503 },
    });
    expect(await send('GET', '/cloud/v2/users/2')).toMatchObject({
      status: 503,
      json: { title: 'Unavailable' },
    });
    expect((await send('GET', '/cloud/v2/users/2')).status).toBe(200);
  });

  it('keeps its state from one start to the next, and no key', async () => {
    roblox.setAbout('User2', 'code 42');
    roblox.leaveGroup('7', 'User3');
    await roblox.stop();
    roblox = await start();
    expect(roblox.user('2').about).toBe('code 42');
    expect(roblox.rolesOf('7', 'User3')).toEqual([]);
    expect(roblox.rolesOf('7', 'User2').map((role) => role.name)).toEqual(['Enlist', 'Member']);
  });

  it.skipIf(file.missing)(
    `says of a route that only the real Roblox has that it is not emulated${file.note}`,
    async () => {
      expect(await send('GET', '/cloud/v2/groups/7/forum-categories')).toMatchObject({ status: 501 });
      expect(await send('GET', '/cloud/v2/nonsense')).toMatchObject({ status: 404 });
      expect(roblox.violations.map(({ problems }) => problems)).toEqual([
        ['the emulator does not have this route'],
        ['Roblox has no such route'],
      ]);
    },
  );

  it('lets the terminal change a profile and a rank', async () => {
    const control = (method: string, path: string, body: unknown) =>
      rawRequest(roblox.apiUrl, method, `/emulator${path}`, { body });
    expect(await control('PATCH', '/users/User2', { about: 'hello' })).toMatchObject({
      status: 200,
      json: { about: 'hello' },
    });
    expect(await control('PUT', '/groups/7/members/User2', { roles: ['Soldier'] })).toMatchObject({
      json: { groups: [{ roles: ['Soldier (50)', 'Member (1)'] }] },
    });
    expect(await control('PUT', '/groups/7/members/User2', { roles: ['General'] })).toMatchObject({
      status: 400,
    });
  });
});

function nextOf(json: unknown): string {
  return typeof json === 'object' && json !== null && 'nextPageToken' in json
    ? String(json.nextPageToken)
    : '';
}
