import { beforeEach, describe, expect, it } from 'vitest';
import { findMember } from '../../shared/members/member.ts';
import { NOON, person, type TestClan } from '../../test/support/clan.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { robloxError } from '../../test/support/recorded.ts';
import { xp } from './xp.ts';

const wolf = person(1);
const HOUR = 3_600_000;
let t: HandlerTest;
let clan: TestClan;
beforeEach(async () => {
  t = await openHandlerTest();
  clan = t.clan;
  t.group.put('501', { name: 'Wolfie', roleIds: ['90002'] });
});

const ask = (displayName = 'Wolf') =>
  t.run(xp, { actor: wolf, user: { id: wolf, displayName, isBot: false } });
const seed = (more: object = {}) =>
  clan.seed({ discordId: wolf, robloxUserId: '501', rank: 'Enlist', points: 8, totalPoints: 30, ...more });

describe('/xp', () => {
  it('says how to link to somebody who has not', async () => {
    await expect(ask()).rejects.toThrow('/link-roblox');
  });

  it('shows rank, kind, points, lifetime points, place, Roblox name and the way to the next rank', async () => {
    await seed({ syncedAt: NOON - 60_000, robloxName: 'Wolf_1' });
    await clan.seed({ discordId: person(2), totalPoints: 31 });
    t.roblox.down = robloxError(503);
    const { reply } = await ask();
    const fields = reply.message.embeds?.[0]?.fields?.map((field) => [field.name, field.value]);
    expect(fields).toEqual([
      ['Rank', 'Enlist'],
      ['Rank type', 'Point-based'],
      ['Leaderboard', '#2'],
      ['Points', '8'],
      ['Lifetime points', '30'],
      ['Roblox name', 'Wolf\\_1'],
      ['Progress', '▰▰▰▰▱▱▱▱▱▱▱▱ 8 / 20\n**12** more points to **Soldier**'],
    ]);
  });

  it('speaks the language of the caller, not of the clan', async () => {
    await seed({ syncedAt: NOON - 60_000, points: 8, totalPoints: 12_345 });
    const asked = { actor: wolf, user: { id: wolf, displayName: 'Wolf', isBot: false } };
    const settings = { ...t.clanContext.settings, locale: 'pt-BR' };
    const { text } = await t.run(xp, { ...asked, settings, locale: 'de' });
    expect(text).toContain('Noch **12** Punkte bis **Soldier**');
    expect(text).toContain('12.345');
    await expect(t.run(xp, { ...asked, actor: person(7), locale: 'fr' })).rejects.toMatchObject({
      code: 'not-linked',
      message: expect.stringContaining('/link-roblox'),
    });
  });

  it('takes the rank over from Roblox when the last look is older than ten minutes', async () => {
    await seed({ syncedAt: NOON - HOUR });
    t.group.put('501', { roleIds: ['90045'] });
    const { reply, text } = await ask();
    expect(text).toContain('→ **Soldier**, taken over from Roblox');
    expect(text).toContain('8 points reset');
    expect(reply.shows).toHaveLength(1);
    expect(await findMember(clan.db, wolf)).toMatchObject({
      robloxName: 'Wolfie',
      points: 0,
      syncedAt: NOON,
    });
  });

  it('still shows the figures when Roblox fails, and says so', async () => {
    await seed();
    t.roblox.down = robloxError(503);
    const { text } = await ask();
    expect(text).toContain('Roblox did not answer');
    expect(text).toContain('Enlist');
  });

  it('tells somebody who left the group, and keeps their rank', async () => {
    await seed();
    t.group.put('501', { roleIds: null });
    expect((await ask()).text).toContain('no longer in the Roblox group');
    t.group.remove('501');
    t.clock.now += HOUR;
    expect((await ask()).text).toContain('no longer exists or is banned');
    expect(await findMember(clan.db, wolf)).toMatchObject({ rankId: clan.rank('Enlist').id, points: 8 });
  });

  it('says that a promotion is due, and at admin-granted and highest ranks what holds there', async () => {
    await seed({ points: 20, syncedAt: NOON });
    expect((await ask()).text).toContain('a promotion is due');
    await clan.seed({ discordId: person(5), rank: 'Queen', points: 70, robloxUserId: '505', syncedAt: NOON });
    const queen = await t.run(xp, { actor: person(5) });
    expect(queen.text).toContain('Admin-granted');
    expect(queen.text).not.toContain('is due');
    await clan.seed({ discordId: person(6), rank: 'Captain', robloxUserId: '506', syncedAt: NOON });
    expect((await t.run(xp, { actor: person(6) })).text).toContain('highest rank');
  });

  it('carries a rank card with the same facts, which are its alternative text as well', async () => {
    await seed({ syncedAt: NOON, robloxName: 'Wolf_1' });
    const { picture } = (await ask('🐺 Wolf')).reply;
    expect(picture).toEqual({
      name: 'rank-card.png',
      description: [
        '🐺 Wolf',
        ...['Rank: Enlist', 'Rank type: Point-based', 'Leaderboard: #1', 'Points: 8', 'Lifetime points: 30'],
        ...['Roblox name: Wolf_1', 'Progress: ▰▰▰▰▱▱▱▱▱▱▱▱ 8 / 20', '12 more points to Soldier'],
      ].join('\n'),
      picture: {
        ...{ kind: 'rank-card', color: '#c8a24a', clan: 'Test Clan', name: '🐺 Wolf', rank: 'Enlist' },
        rankType: 'Point-based',
        figures: [
          { label: 'Leaderboard', value: '#1' },
          { label: 'Points', value: '8' },
          { label: 'Lifetime points', value: '30' },
        ],
        progress: { part: 0.4, value: '8 / 20' },
        note: '12 more points to Soldier',
      },
    });
  });

  it('carries none where the clan wants none', async () => {
    await seed({ syncedAt: NOON });
    const settings = { ...t.clanContext.settings, pictures: false };
    const { reply, text } = await t.run(xp, { actor: wolf, settings });
    expect(reply.picture).toBeUndefined();
    expect(text).toContain('Enlist');
  });

  it('keeps names with Markdown, mentions and turned writing from breaking out', async () => {
    await seed({ syncedAt: NOON, robloxName: '**@everyone**' });
    const { reply, text } = await ask(`\u202eeveryone${'x'.repeat(300)}`);
    expect(text).not.toContain('@everyone');
    expect(text).not.toContain('\u202e');
    expect(reply.message.embeds?.[0]?.author?.name.length).toBeLessThanOrEqual(256);
  });
});
