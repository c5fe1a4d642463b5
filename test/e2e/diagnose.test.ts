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

it('is for admins', async () => {
  expect((await platform.command('moderator', 'diagnose')).text).toMatch(/admin/i);
});
