import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { offeredChoices } from './offered-choices.ts';
import { placesOf } from './rank-places.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('/set-rank', () => {
  it('gives a rank that autocomplete offers, in all three places', async () => {
    const typed = { member: 'bear', rank: 'queen' };
    const [choice, ...more] = await offeredChoices(platform, 'admin', 'set-rank', 'rank', typed);
    expect([choice?.name, more]).toEqual(['13. Queen TC (admin only)', []]);
    const chosen = { member: 'bear', rank: choice?.value ?? '' };
    const { text } = await platform.command('admin', 'set-rank', chosen);
    expect(text).toMatch(/✅ Database[\s\S]*✅ Discord role[\s\S]*✅ Roblox[\s\S]*✅ Direct message/);
    expect(await placesOf(platform, 'bear')).toMatchObject({
      database: 'Queen TC',
      discord: ['Queen TC'],
      roblox: ['Queen TC'],
    });
  });

  it('calls nothing on Roblox between two ranks that share a role there', async () => {
    await platform.command('admin', 'set-rank', { member: 'owl', rank: 'E6 | Top Seargeant' });
    const writes = () =>
      platform.roblox.requests.list().filter(({ path }) => /assignRole/i.test(path)).length;
    const before = writes();
    await platform.command('admin', 'set-rank', { member: 'owl', rank: 'E7 | Lieutenant' });
    expect(writes()).toBe(before);
    expect((await placesOf(platform, 'owl')).database).toBe('E7 | Lieutenant');
    expect((await placesOf(platform, 'owl')).discord).toEqual(['E7 | Lieutenant']);
  });

  it('refuses an unknown rank, the same rank, oneself, and those below admin', async () => {
    await platform.command('admin', 'set-rank', { member: 'fox', rank: 'Queen TC' });
    const texts = [
      (await platform.command('admin', 'set-rank', { member: 'wolf', rank: 'Emperor' })).text,
      (await platform.command('admin', 'set-rank', { member: 'fox', rank: 'Queen TC' })).text,
      (await platform.command('admin', 'set-rank', { member: 'admin', rank: 'Queen TC' })).text,
      (await platform.command('moderator', 'set-rank', { member: 'wolf', rank: 'Queen TC' })).text,
    ];
    expect(texts[0]).toContain('is no rank of this clan');
    expect(texts[1]).toContain('already');
    expect(texts[2]).toContain('their own rank');
    expect(texts[3]).toMatch(/admin/i);
  });
});
