import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

it('finds nothing bad in a clan that is set up, and tells the highest rank that the key can give', async () => {
  const { reply, text } = await platform.command('admin', 'diagnose');
  expect(reply.last?.ephemeral).toBe(true);
  expect(text).not.toContain('❌');
  expect(text).toContain('The key may: `group:read`, `group:write`');
  expect(text).toContain('The highest rank the key can give');
  expect(text).toContain('Schema version');
});

it('says what to do when the key lost a scope', async () => {
  platform.roblox.key(platform.record().robloxApiKey).scopes = ['group:read'];
  const { text } = await platform.command('founder', 'diagnose');
  expect(text).toMatch(/❌ The key lacks the scope `group:write`\.[\s\S]*Add it to the key/);
});

it('ends the pause that a key without power led to, once the key works again', async () => {
  const key = platform.roblox.key(platform.record().robloxApiKey);
  key.enabled = false;
  expect((await platform.command('admin', 'promote', { member: 'bear' })).text).toContain(
    "Roblox does not accept the clan's key",
  );
  const asked = platform.roblox.requests.count();
  expect((await platform.command('admin', 'sync', { member: 'bear' })).text).toMatch(
    /Roblox is paused for this clan until .* because it denied the bot access/,
  );
  expect(platform.roblox.requests.count()).toBe(asked);
  const paused = await platform.command('admin', 'diagnose');
  expect(paused.text).toMatch(/❌ The key is disabled/);
  expect(paused.text).toMatch(
    /Paused[\s\S]*❌ Roblox is paused for this clan until[\s\S]*❌ The key is disabled/,
  );

  Object.assign(key, { enabled: true, scopes: ['group:read', 'group:write'] });
  expect((await platform.command('admin', 'diagnose')).text).not.toMatch(/is paused|The key is disabled/);
  expect((await platform.command('admin', 'promote', { member: 'bear' })).text).toMatch(/needs \d+ points/);
});

it('is for admins', async () => {
  expect((await platform.command('moderator', 'diagnose')).text).toMatch(/admin/i);
});
