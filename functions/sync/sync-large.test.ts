import { beforeEach, expect, it } from 'vitest';
import { person } from '../../test/support/clan.ts';
import { ADMIN, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { sync } from './sync.ts';

const MEMBERS = 1_000;
const MINUTE_MS = 60_000;

let test: HandlerTest;
let began: number;

/** A group that takes Roblox 22 minutes to list. */
beforeEach(async () => {
  test = await openHandlerTest();
  for (let number = 1; number <= MEMBERS; number += 1) {
    const account = String(number);
    await test.clan.seed({
      discordId: person(number),
      robloxUserId: account,
      rank: 'Enlist',
      robloxRoleIds: ['90001', '90002'],
      syncedAt: 1,
    });
    test.group.put(account, { roleIds: ['90002'] });
  }
  test.roblox.before('groupMemberships', async () => {
    test.clock.now += 2 * MINUTE_MS;
  });
  began = test.clock.now;
});

async function run(dryRun: boolean, more: { readonly replyBy?: number } = {}) {
  const progress: string[] = [];
  const { reply } = await test.run(
    (context) =>
      sync({
        ...context,
        ...more,
        progress: async (message) => void progress.push(message.embeds?.[0]?.description ?? ''),
      }),
    { actor: { id: ADMIN, tier: 'admin' }, options: { 'dry-run': dryRun } },
  );
  return { text: reply.message.embeds?.[0]?.description ?? '', progress, tookMs: test.clock.now - began };
}

it('/sync of a clan that is too large for one answer shows how far it is, and ends with how far it came', async () => {
  test.group.put('5', { roleIds: ['90045'] });
  const { text, progress, tookMs } = await run(false);
  expect(tookMs).toBeLessThanOrEqual(12 * MINUTE_MS);
  expect(progress).toContain('Comparing with Roblox… 299 of 1,000 members.');
  expect(text).toContain('Checked: **599** · updated: **1** · in sync: **598**');
  expect(text).toContain('The time was up after 599 of 1,000 members. The hourly sync compares the others.');
});

it('a preview of such a clan does not say that nothing would change', async () => {
  const { text } = await run(true);
  expect(text).toContain('The time was up after 599 of 1,000 members.');
  expect(text).toContain('Nothing would change among these members.');
});

it('/sync that is handed over late ends before its reply cannot reach Discord any more', async () => {
  const { text, tookMs } = await run(false, { replyBy: began + 5 * MINUTE_MS });
  expect(tookMs).toBeLessThanOrEqual(4 * MINUTE_MS);
  expect(text).toContain('The time was up after 199 of 1,000 members.');
});
