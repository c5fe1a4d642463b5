import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RobloxEmulator } from '../../local/roblox/roblox-emulator.ts';
import type { RobloxSeed } from '../../local/roblox/seed.ts';
import { startRobloxEmulator } from '../../local/roblox/start-roblox-emulator.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import type { RobloxClient } from '../../shared/roblox/client.ts';
import { createRobloxClient } from '../../shared/roblox/create-roblox-client.ts';
import { openApiFile } from './openapi-files.ts';
import { recordCalls } from './record-calls.ts';

const file = openApiFile('roblox-openapi.json');

const SEED: RobloxSeed = {
  keys: [{ apiKey: 'roblox-key', ownerId: '1', expiresAt: Date.UTC(2099, 0, 1) }],
  users: [
    { id: '1', name: 'Keeper' },
    { id: '2', name: 'Wolf', displayName: 'The Wolf', formerNames: ['Cub'], about: 'code 123' },
    { id: '3', name: 'Gone', state: 'deleted' },
    ...Array.from({ length: 120 }, (_, index) => ({ id: String(1000 + index), name: `Member${index}` })),
  ],
  groups: [
    {
      id: '7',
      name: 'TophatC',
      ownerId: '1',
      roles: Array.from({ length: 25 }, (_, rank) => ({ id: String(70 + rank), name: `Rank ${rank}`, rank })),
      joinRequests: Array.from({ length: 25 }, (_, index) => String(2000 + index)),
      members: [
        { userId: '1', roleIds: ['94'] },
        { userId: '2', roleIds: ['72'] },
        ...Array.from({ length: 120 }, (_, index) => ({ userId: String(1000 + index), roleIds: [] })),
      ],
    },
    {
      id: '8',
      name: 'Another',
      roles: [{ id: '80', name: 'Member', rank: 1 }],
      members: [{ userId: '2', roleIds: [] }],
    },
  ],
};

describe.skipIf(file.missing)(
  `every request of the Roblox client fits Roblox's OpenAPI file${file.note}`,
  () => {
    let roblox: RobloxEmulator;
    let client: RobloxClient;
    let methods: readonly string[];
    const called = new Set<string>();

    beforeEach(async () => {
      roblox = await startRobloxEmulator({ seed: SEED, checkAnswers: true });
      const plain = createRobloxClient({
        apiUrl: roblox.apiUrl,
        usersApiUrl: roblox.usersApiUrl,
        apiKey: 'roblox-key',
        groupId: '7',
        log: createLogger({ level: 'none' }),
      });
      methods = Object.keys(plain);
      client = recordCalls(plain, called);
    });
    afterAll(() => {
      expect(
        methods.filter((method) => !called.has(method)),
        'methods that no test here calls',
      ).toEqual([]);
    });
    afterEach(async () => {
      const { violations } = roblox;
      await roblox.stop();
      expect(violations).toEqual([]);
    });

    it('finds users by their current name only, by id, and their profile text', async () => {
      expect(await client.usersByName(['wolf', 'Nobody'])).toMatchObject([
        { id: '2', name: 'Wolf', displayName: 'The Wolf' },
      ]);
      expect(await client.usersByName(['Cub'])).toEqual([]);
      expect((await client.usersById(['2', '3'])).map((user) => user.name)).toEqual(['Wolf']);
      expect(await client.user('2')).toMatchObject({ id: '2', name: 'Wolf', about: 'code 123' });
      expect(await client.user('3')).toBeUndefined();
    });

    it('reads one membership, many by user across groups, and the whole group page by page', async () => {
      expect(await client.membership('2')).toMatchObject({ userId: '2', roleIds: ['71', '72'] });
      expect(await client.membership('3')).toBeUndefined();
      const some = await client.memberships(['2', '1000', '3']);
      expect(some.map((membership) => membership.userId).sort()).toEqual(['1000', '2']);
      const first = await client.groupMemberships(undefined);
      const second = await client.groupMemberships(first.next);
      expect([first.memberships.length, second.memberships.length, second.next]).toEqual([
        100,
        22,
        undefined,
      ]);
    });

    it('reads the group and all its roles by rising rank, over its pages of 20', async () => {
      expect(await client.group()).toMatchObject({ id: '7', name: 'TophatC', memberCount: 122 });
      const roles = await client.groupRoles();
      expect(roles.map((role) => role.rank)).toEqual(Array.from({ length: 25 }, (_, rank) => rank));
      expect(roles[0]?.memberCount).toBeUndefined();
      expect(await client.groupRolesNow()).toEqual(roles);
    });

    it('assigns and unassigns a role, and does it again without harm', async () => {
      const membership = await client.membership('2');
      const path = membership?.path ?? '';
      await client.assignRole(path, '73');
      await client.assignRole(path, '73');
      await client.unassignRole(path, '72');
      await client.unassignRole(path, '72');
      expect(roblox.rolesOf('7', 'Wolf').map((role) => role.id)).toEqual(['73', '71']);
    });

    it('reads requests to join page by page and by user, accepts and declines each once', async () => {
      const first = await client.joinRequests(undefined);
      const second = await client.joinRequests(first.next);
      expect([first.requests.length, second.requests.length, second.next]).toEqual([20, 5, undefined]);
      const [one, two] = first.requests;
      expect(one).toMatchObject({ userId: '2000', askedAt: Date.UTC(2026, 10, 1) });
      expect(await client.joinRequest('2001')).toEqual(two);
      expect(await client.joinRequest('2')).toBeUndefined();
      await client.decideJoinRequest(one?.path ?? '', 'accept');
      await client.decideJoinRequest(two?.path ?? '', 'decline');
      expect((await client.membership('2000'))?.roleIds).toEqual(['71']);
      expect(await client.membership('2001')).toBeUndefined();
      await expect(client.decideJoinRequest(one?.path ?? '', 'decline')).rejects.toMatchObject({
        status: 404,
        retryable: false,
      });
    });

    it('introspects its key', async () => {
      expect(await client.introspectKey()).toMatchObject({
        enabled: true,
        expired: false,
        expiresAt: Date.UTC(2099, 0, 1),
        scopes: ['group:read', 'group:write'],
      });
    });
  },
);
