import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findMember } from '../../shared/members/member.ts';
import { NOON, openTestClan, person, type TestClan } from '../../test/support/clan.ts';
import { answerOf, contextOf, deadRoblox, fakeRoblox } from '../../test/support/command-context.ts';
import { xp } from './xp.ts';

const wolf = person(1);
const HOUR = 3_600_000;
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

function ask(roblox = fakeRoblox({ '501': { name: 'Wolfie', roleIds: ['90002'] } }), displayName = 'Wolf') {
  const interaction = { user: { id: wolf, displayName, isBot: false } };
  return answerOf(clan, xp, contextOf(clan, wolf, { roblox, interaction }));
}
const seed = (more: object = {}) =>
  clan.seed({ discordId: wolf, robloxUserId: '501', rank: 'Enlist', points: 8, totalPoints: 30, ...more });

describe('/xp', () => {
  it('says how to link to somebody who has not', async () => {
    await expect(ask()).rejects.toThrow('/link-roblox');
  });

  it('shows rank, kind, points, lifetime points, place, Roblox name and the way to the next rank', async () => {
    await seed({ syncedAt: NOON - 60_000, robloxName: 'Wolf_1' });
    await clan.seed({ discordId: person(2), totalPoints: 31 });
    const { reply } = await ask(deadRoblox());
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

  it('takes the rank over from Roblox when the last look is older than ten minutes', async () => {
    await seed({ syncedAt: NOON - HOUR });
    const { reply, text } = await ask(fakeRoblox({ '501': { name: 'Wolfie', roleIds: ['90045'] } }));
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
    const { text } = await ask(deadRoblox());
    expect(text).toContain('Roblox did not answer');
    expect(text).toContain('Enlist');
  });

  it('tells somebody who left the group, and keeps their rank', async () => {
    await seed();
    expect((await ask(fakeRoblox())).text).toContain('no longer exists or is banned');
    const left = await ask(fakeRoblox({ '501': { name: 'Wolfie' } }));
    expect(left.text).toContain('no longer in the Roblox group');
    expect(await findMember(clan.db, wolf)).toMatchObject({ rankId: clan.rank('Enlist').id, points: 8 });
  });

  it('says that a promotion is due, and at admin-granted and highest ranks what holds there', async () => {
    await seed({ points: 20, syncedAt: NOON });
    expect((await ask()).text).toContain('a promotion is due');
    await clan.seed({ discordId: person(5), rank: 'Queen', points: 70, robloxUserId: '505', syncedAt: NOON });
    const queen = await answerOf(clan, xp, contextOf(clan, person(5)));
    expect(queen.text).toContain('Admin-granted');
    expect(queen.text).not.toContain('is due');
    await clan.seed({ discordId: person(6), rank: 'Captain', robloxUserId: '506', syncedAt: NOON });
    expect((await answerOf(clan, xp, contextOf(clan, person(6)))).text).toContain('highest rank');
  });

  it('keeps names with Markdown, mentions and turned writing from breaking out', async () => {
    await seed({ syncedAt: NOON, robloxName: '**@everyone**' });
    const { reply, text } = await ask(undefined, `\u202eeveryone${'x'.repeat(300)}`);
    expect(text).not.toContain('@everyone');
    expect(text).not.toContain('\u202e');
    expect(reply.message.embeds?.[0]?.author?.name.length).toBeLessThanOrEqual(256);
  });
});
