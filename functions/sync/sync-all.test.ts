import { beforeEach, expect, it } from 'vitest';
import { findMember } from '../../shared/members/member.ts';
import { person } from '../../test/support/clan.ts';
import { ADMIN, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { sync } from './sync.ts';

const WOLF = person(2);

let test: HandlerTest;
beforeEach(async () => {
  test = await openHandlerTest();
  await test.clan.seed({ discordId: WOLF, robloxUserId: '7002', robloxName: 'Old_', rank: 'Enlist' });
  test.group.put('7002', { name: 'Roblox7002', roleIds: ['90002'] });
});

async function run(dryRun: boolean) {
  const { reply } = await test.run(sync, {
    actor: { id: ADMIN, tier: 'admin' },
    options: { 'dry-run': dryRun },
  });
  const buttons = JSON.stringify(reply.message.components ?? []);
  return { text: reply.message.embeds?.[0]?.description ?? '', buttons };
}

const nameOf = async () => (await findMember(test.clan.db, WOLF))?.robloxName;

it('/sync of everybody shows a new Roblox name first, and keeps it when it is applied', async () => {
  const preview = await run(true);
  expect(preview.text).toContain('updated: **1**');
  expect(preview.text).toContain('Roblox **Enlist** → would keep the new Roblox name');
  expect(preview.buttons).toContain('sync.apply:all');
  expect(await nameOf()).toBe('Old_');

  const applied = await run(false);
  expect(applied.text).toContain(`<@${WOLF}>: Renamed on Roblox, Old\\_ → Roblox7002.`);
  expect(await nameOf()).toBe('Roblox7002');
  expect(await run(true)).toMatchObject({ text: expect.stringContaining('in sync: **1**'), buttons: '[]' });
});
