import { GroupsApi } from 'openblox/cloud';
import { defaultOpenbloxConfig } from 'openblox/config';
import { type HttpHandlerProps, HttpResponse } from 'openblox/http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RobloxEmulator } from '../../local/roblox/roblox-emulator.ts';
import { startRobloxEmulator } from '../../local/roblox/start-roblox-emulator.ts';

const MEMBERS = ['2', '3', '4', '5', '6'];
const GROUP = {
  id: '7',
  name: 'TophatC',
  ownerId: '1',
  roles: [
    { id: '71', name: 'Member', rank: 1 },
    { id: '72', name: 'Enlist', rank: 2 },
  ],
  members: MEMBERS.map((userId) => ({ userId, roleIds: ['72'] })),
};

let roblox: RobloxEmulator;
beforeEach(async () => {
  roblox = await startRobloxEmulator({
    seed: {
      keys: [{ apiKey: 'key', ownerId: '1' }],
      users: ['1', ...MEMBERS].map((id) => ({ id, name: `User${id}` })),
      groups: [GROUP],
    },
    checkAnswers: true,
  });
  Object.assign(defaultOpenbloxConfig, {
    cache: [],
    cloudKey: 'key',
    http: {
      // Its hosts are fixed; an adapter is how it lets requests go elsewhere.
      adapter: async ({ url, method, headers }: HttpHandlerProps) => {
        const moved = url.replace('https://apis.roblox.com', roblox.apiUrl);
        const response = await fetch(moved, { method, ...(headers === undefined ? {} : { headers }) });
        return new HttpResponse({
          url,
          method,
          success: response.ok,
          statusCode: response.status,
          headers: response.headers,
          body: await response.json(),
          fullResponse: response,
        });
      },
    },
  });
});
afterEach(async () => {
  expect(roblox.violations).toEqual([]);
  await roblox.stop();
});

it('openblox reads a group and its roles', async () => {
  expect((await GroupsApi.groupInfo({ groupId: 7 })).data).toMatchObject({
    displayName: 'TophatC',
    memberCount: 5,
  });
  const { data } = await GroupsApi.groupRoles({ groupId: 7, limit: 20 });
  expect(data).toMatchObject([
    { displayName: 'Member', rank: 1 },
    { displayName: 'Enlist', memberCount: 5 },
  ]);
});

it('openblox pages through members', async () => {
  const seen: unknown[] = [];
  let cursor: string | number | undefined;
  do {
    const page = await GroupsApi.groupMembers({
      groupId: 7,
      limit: 2,
      ...(cursor === undefined ? {} : { cursor: `${cursor}` }),
    });
    seen.push(...page.data.map(({ user }) => user));
    cursor = page.cursors?.next || undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(MEMBERS.map((id) => `users/${id}`));
});

it('openblox finds a member by a filter', async () => {
  const { data } = await GroupsApi.groupMembers({ groupId: 7, filter: { userId: 3 } });
  expect(data).toMatchObject([{ user: 'users/3', role: 'groups/7/roles/72' }]);
});
