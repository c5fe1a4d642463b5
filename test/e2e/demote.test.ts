import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { placesOf } from './rank-places.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('/demote', () => {
  it('lowers the rank in all three places, keeps the points and takes no other role', async () => {
    const guild = platform.discord.guild('tophat');
    const given = [...guild.roles.values()].find(({ name }) => name === 'Gold Leader');
    platform.discord.member('tophat', 'wolf').roleIds.push(given?.id ?? '');
    const before = await placesOf(platform, 'wolf');
    const { text } = await platform.command('admin', 'demote', { member: 'wolf' });
    expect(text).toMatch(/✅ Database[\s\S]*✅ Discord role[\s\S]*✅ Roblox[\s\S]*✅ Direct message/);
    expect(await placesOf(platform, 'wolf')).toEqual({
      database: 'E3 | Lance Corporal',
      points: before.points,
      discord: ['Gold Leader', 'E3 | Lance Corporal'],
      roblox: ['E3 | Lance Corporal'],
    });
    expect(platform.discord.dms('tophat', 'wolf').at(-1)?.text).toContain('Your rank was changed');
  });

  it('refuses the lowest rank, oneself, and those below admin', async () => {
    await platform.command('admin', 'set-rank', { member: 'otter', rank: 'Pending' });
    expect((await platform.command('admin', 'demote', { member: 'otter' })).text).toContain('no rank below');
    expect((await platform.command('admin', 'demote', { member: 'admin' })).text).toContain('their own rank');
    expect((await platform.command('officer', 'demote', { member: 'otter' })).text).toMatch(/admin/i);
  });
});
