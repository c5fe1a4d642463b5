import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

const LAST_DAY_OVER = sql`UPDATE leaves SET ends_at = 1 WHERE status = 'running'`;
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const held = () => {
  const roles = platform.discord.guild('tophat').roles;
  return platform.discord.member('tophat', 'hare').roleIds.map((id) => roles.get(id)?.name);
};
const told = () => platform.discord.dms('tophat', 'hare').at(-1)?.text;
const card = () => platform.discord.messages('tophat', 'admin').at(-1);

it('a leave is asked for, approved, shown, and ended by the hourly job, with its role and messages', async () => {
  await platform.command('admin', 'settings role', { tier: 'on_leave', role: 'Gold Leader' });
  const asked = await platform.command('hare', 'leave request', {
    from: 'today',
    to: 'for 2 weeks',
    reason: 'Exams',
  });
  expect(asked.text).toMatch(/leave of 14 days[\s\S]*✅ Request in the admin channel/);
  const again = await platform.command('hare', 'leave request', { from: 'today', to: 'today', reason: 'x' });
  expect(again.text).toMatch(/asked for a leave already[\s\S]*from: today/);

  const { text } = await platform.click('officer', 'Approve', { message: card()?.id ?? '' });
  expect(text).toMatch(/is approved[\s\S]*✅ Discord role[\s\S]*✅ Direct message/);
  expect(card()?.text).toContain('Leave approved');
  expect(told()).toContain('was approved');
  expect(held()).toContain('Gold Leader');
  expect((await platform.command('officer', 'member check', { member: 'hare' })).text).toContain('on leave');

  await (await platform.database()).execute(LAST_DAY_OVER);
  await platform.runJob('sync-ranks', 'tophat');
  await platform.runJob('sync-ranks', 'tophat');
  expect(held()).not.toContain('Gold Leader');
  expect(platform.discord.dms('tophat', 'hare').filter((dm) => dm.text.includes('has ended'))).toHaveLength(
    1,
  );
  expect(card()?.text).toContain('Leave ended');
  expect((await platform.command('hare', 'leave show')).text).toContain('over');
});
