import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('/settings', () => {
  it('shows the settings, and which of them commands changed', async () => {
    await platform.command('admin', 'settings log-level', { level: 'critical' });
    const { reply, text } = await platform.command('admin', 'settings show');
    expect(reply.last?.ephemeral).toBe(true);
    expect(text).toContain('**Log level:** critical');
    expect(text).toMatch(/`log_level` by <@\d+>/);
  });

  it('sets a channel that the bot then posts to', async () => {
    const calls = platform.discord.requests.count(/^GET /);
    const { text } = await platform.command('admin', 'settings channel', {
      which: 'admin',
      channel: 'point-log',
    });
    expect(platform.discord.requests.count(/^GET /)).toBe(calls);
    expect(text).toContain('the bot now posts to <#');
    const before = platform.discord.messages('tophat', 'point-log').length;
    await platform.command('officer', 'points add', { member: 'wolf', amount: 1 });
    await platform.idle();
    expect(platform.discord.messages('tophat', 'point-log').length).toBeGreaterThan(before);
  });

  it('gives a tier to a role, which counts from then on', async () => {
    const denied = await platform.command('moderator', 'blacklist view');
    expect(denied.text).toMatch(/admin/i);
    await platform.command('admin', 'settings role', { tier: 'admin', role: 'Moderator' });
    expect((await platform.command('moderator', 'blacklist view')).text).toContain(
      'Nobody is on the blacklist',
    );
  });

  it('is for admins', async () => {
    expect((await platform.command('officer', 'settings show')).text).toMatch(/admin/i);
  });
});
