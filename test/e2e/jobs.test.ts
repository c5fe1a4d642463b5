import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { placesOf } from './rank-places.ts';

const DAY_MS = 86_400_000;
const DUE_NOW = sql`UPDATE outbox SET due_at = 0 WHERE status = 'due'`;
let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterEach(() => {
  platform.discord.faults.clear();
  platform.roblox.faults.clear();
});
afterAll(() => platform.stop());

const logged = () => platform.discord.messages('tophat', 'bot-log').map(({ text }) => text);

describe('deliver-outbox', () => {
  it('does later what Discord and Roblox could not do at once', async () => {
    platform.discord.faults.add({ route: /PUT .*\/roles\//, status: 503 });
    platform.discord.faults.add({ route: /POST \/users\/@me\/channels/, status: 503 });
    platform.roblox.faults.add({ route: /assignRole/, status: 503 });
    const { text } = await platform.command('admin', 'set-rank', { member: 'wolf', rank: 'C0 | Captain' });
    expect(text).toMatch(/✅ Database[\s\S]*⏳ Discord role[\s\S]*⏳ Roblox[\s\S]*⏳ Direct message/);
    await platform.idle();
    platform.discord.faults.clear();
    platform.roblox.faults.clear();
    await (await platform.database()).execute(DUE_NOW);
    expect(await platform.runJob('deliver-outbox')).toMatchObject({ ok: true, clans: 1, failed: 0 });
    expect(await placesOf(platform, 'wolf')).toMatchObject({
      discord: ['C0 | Captain'],
      roblox: ['C0 | Captain'],
    });
    expect(platform.discord.dms('tophat', 'wolf').at(-1)?.text).toContain('promoted to **C0');
  });

  it('finds nothing to do when there is nothing', async () => {
    await platform.runJob('deliver-outbox');
    expect(await platform.runJob('deliver-outbox')).toMatchObject({ ok: true, performed: 0, failed: 0 });
  });
});

describe('sync-ranks', () => {
  it('warns in the log channel 14 days before the Roblox key ends, once a day', async () => {
    const key = platform.roblox.key(platform.record().robloxApiKey);
    const warnings = () => logged().filter((text) => text.includes('Roblox API key ends'));
    key.expiresAt = Date.now() + 15 * DAY_MS;
    await platform.runJob('sync-ranks', 'tophat');
    expect(warnings()).toEqual([]);
    key.expiresAt = Date.now() + 13 * DAY_MS;
    for (const _ of [1, 2]) await platform.runJob('sync-ranks', 'tophat');
    await platform.idle();
    expect(warnings()).toHaveLength(1);
  });

  it('says which clan it does not know', async () => {
    expect(await platform.runJob('sync-ranks', 'nobody')).toMatchObject({ ok: false, error: 'no-such-clan' });
  });
});

describe('the log channel', () => {
  it('is told what went wrong at the level that was chosen, without any secret', async () => {
    const { robloxApiKey, botToken } = platform.record();
    const fail = async () => {
      platform.roblox.faults.add({
        route: /memberships/,
        status: 503,
        body: { message: `key ${robloxApiKey}` },
      });
      const count = logged().length;
      await platform.command('admin', 'promote', { member: 'bear' });
      await platform.idle();
      platform.roblox.faults.clear();
      return logged().slice(count);
    };
    await platform.command('admin', 'settings log-level', { level: 'warning' });
    const [warning, ...more] = await fail();
    expect(more).toEqual([]);
    expect(warning).toMatch(/⚠️ Roblox could not be read\n-# command promote /);
    await platform.command('admin', 'settings log-level', { level: 'error' });
    expect(await fail()).toEqual([]);
    await platform.command('admin', 'settings log-level', { level: 'none' });
    expect(await fail()).toEqual([]);
    const everything = `${logged().join('\n')}\n${await platform.log('promote')}`;
    expect(everything).not.toContain(robloxApiKey);
    expect(everything).not.toContain(botToken);
  });
});
