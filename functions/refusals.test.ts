import { beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '../shared/commands/failure.ts';
import type { Handler } from '../shared/commands/handler.ts';
import { person } from '../test/support/clan.ts';
import { ADMIN, type HandlerTest, openHandlerTest } from '../test/support/handler-test.ts';
import { discordError, robloxError } from '../test/support/recorded.ts';
import { accept } from './group/decide.ts';
import { requests } from './group/requests.ts';
import { linkRoblox } from './link-roblox/link-roblox.ts';
import { check } from './member/check.ts';
import { verify } from './member/verify.ts';
import { promote } from './promote/promote.ts';
import { compare } from './ranks/compare.ts';
import { roblox } from './ranks/roblox.ts';
import { setup as setupRanks } from './ranks/setup.ts';
import { setup } from './setup/setup.ts';
import { sync } from './sync/sync.ts';

const WOLF = person(2);
const MEMBER = { options: { member: WOLF } };
let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
  await test.clan.seed({ discordId: WOLF, robloxUserId: '7002', robloxName: 'Roblox7002', rank: 'Enlist' });
  test.group.put('7002', { roleIds: ['90002'] });
});

/** What the caller reads, whether as a reply or as a refusal. */
async function said(handler: Handler, call: object): Promise<string> {
  try {
    const { reply } = await test.run(handler, { actor: { id: ADMIN, tier: 'admin' }, ...call });
    return JSON.stringify(reply.message);
  } catch (error) {
    return failureOf(error).text('en');
  }
}

const COMMANDS: readonly (readonly [string, Handler, object])[] = [
  ['/promote', promote, MEMBER],
  ['/member check', check, MEMBER],
  ['/member verify', verify, MEMBER],
  ['/sync of one', sync, MEMBER],
  ['/sync dry-run of one', sync, { options: { member: WOLF, 'dry-run': true } }],
  ['/sync of all', sync, {}],
  ['/ranks roblox', roblox, {}],
  ['/ranks compare', compare, {}],
  ['/ranks setup', setupRanks, {}],
  ['/group requests', requests, {}],
  ['/group requests, accept', accept, { recordId: '7002' }],
  ['/link-roblox', linkRoblox, { options: { username: 'Roblox7002' } }],
];

describe.each(COMMANDS)('%s', (name, handler, call) => {
  const answers: readonly (readonly [number, RegExp])[] = [
    [503, /Roblox did not answer\. .*Try again in a minute/],
    [429, /Roblox did not answer\. /],
    [401, /Roblox does not accept the clan's key \(401\)\. .*`\/diagnose` says how to fix it/],
    [403, /Roblox does not let the clan's key do this \(403\)/],
    [404, /Roblox does not have what was asked for \(404\)/],
    [400, /Roblox refused the request as wrong \(400\)/],
  ];
  // A sync of all waits for the end of a limit.
  const told = answers.filter(([status]) => status !== 429 || name !== '/sync of all');
  it.each(told)('says what it is when Roblox answers %i', async (status, text) => {
    test.roblox.down = robloxError(status);
    const reply = await said(handler, call);
    expect(reply).toMatch(text);
    if (status !== 503 && status !== 429) expect(reply).not.toContain('did not answer');
  });
});

it.each([
  [503, 'Discord did not answer'],
  [401, "Discord does not accept the bot's token"],
  [403, 'Discord does not let the bot do this'],
])('the syncs, /member verify and /setup say what it is when Discord answers %i', async (status, text) => {
  test.discord.down = discordError(status);
  for (const call of [MEMBER, { options: { member: WOLF, 'dry-run': true } }]) {
    expect(await said(sync, call)).toContain(text);
  }
  expect(await said(verify, MEMBER)).toContain(text);
  expect(await said(setup, {})).toContain(text);
});
