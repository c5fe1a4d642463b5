import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

it('keeps somebody from everything but their own figures, until they are removed', async () => {
  const added = await platform.command('admin', 'blacklist add', { member: 'wolf', reason: 'spam', days: 7 });
  expect(added.reply.last?.ephemeral).toBe(true);
  expect(added.text).toContain('is on the blacklist until');
  expect((await platform.command('wolf', 'ranks list')).text).toMatch(/blacklist/i);
  for (const allowed of ['xp', 'leaderboard', 'show-my-id', 'my-data export']) {
    expect((await platform.command('wolf', allowed)).text, allowed).not.toMatch(/blacklist/i);
  }
  await platform.command('admin', 'blacklist remove', { member: 'wolf' });
  expect((await platform.command('wolf', 'ranks list')).text).not.toMatch(/blacklist/i);
});

it('shows who is on it, since when, by whom and why', async () => {
  await platform.command('admin', 'blacklist add', { member: 'bear', reason: 'alt account' });
  const { text } = await platform.command('admin', 'blacklist view');
  expect(text).toMatch(/<@\d+> since .* by <@\d+>, until somebody removes them\. Reason: alt account/);
});

it('refuses yourself, and is for admins', async () => {
  expect((await platform.command('admin', 'blacklist add', { member: 'admin' })).text).toContain('yourself');
  expect((await platform.command('officer', 'blacklist add', { member: 'fox' })).text).toMatch(/admin/i);
});
