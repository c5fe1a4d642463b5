import { beforeEach, describe, expect, it } from 'vitest';
import { awardPoints } from '../../shared/points/ledger.ts';
import { NOON, person, type TestClan } from '../../test/support/clan.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { leaderboard, turnPage } from './leaderboard.ts';

let t: HandlerTest;
let clan: TestClan;
beforeEach(async () => {
  t = await openHandlerTest();
  clan = t.clan;
});

async function ask(options: Record<string, string | number> = {}, userId = person(3)) {
  return t.run(leaderboard, { actor: userId, options });
}
function click(customId: string, userId = person(3)) {
  const [, recordId = '', argument = ''] = customId.split(':');
  return t.run(turnPage, { actor: userId, recordId, argument });
}
function buttons(reply: { message: { components?: readonly unknown[] } }): string[] {
  return [...JSON.stringify(reply.message.components ?? []).matchAll(/"custom_id":"([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
}

describe('/leaderboard', () => {
  it('shows medals, rank and points, and the caller’s own place below', async () => {
    for (let number = 1; number <= 4; number += 1) {
      await clan.seed({
        discordId: person(number),
        robloxName: `Wolf${number}`,
        totalPoints: 1000 * (5 - number),
      });
    }
    const { reply } = await ask();
    const description = reply.message.embeds?.[0]?.description;
    expect(description?.split('\n')).toEqual([
      `🥇 **Wolf1** (<@${person(1)}>) · Pending · **4,000 points**`,
      `🥈 **Wolf2** (<@${person(2)}>) · Pending · **3,000 points**`,
      `🥉 **Wolf3** (<@${person(3)}>) · Pending · **2,000 points**`,
      `**#4** **Wolf4** (<@${person(4)}>) · Pending · **1,000 points**`,
      '',
      `<@${person(3)}>: #3 with **2,000 points**`,
    ]);
    expect(reply.message.components).toEqual([]);
  });

  it('leafs through the pages with buttons, and keeps the line of whoever called it', async () => {
    for (let number = 1; number <= 25; number += 1) {
      await clan.seed({ discordId: person(number), totalPoints: 100 - number });
    }
    const first = await ask();
    expect(first.text).toContain('Page 1 of 3');
    const [previous, next] = buttons(first.reply);
    expect(next).toBe(`leaderboard.page:${person(3)}:all-2`);
    expect(previous).not.toBe(next);
    const second = await click(next ?? '', person(20));
    expect(second.text).toContain('Page 2 of 3');
    expect(second.text).toContain('**#11**');
    expect(second.text).toContain(`<@${person(3)}>: #3`);
    expect((await click('leaderboard.page:x:nonsense-999')).text).toContain('Page 3 of 3');
    expect((await ask({ page: 3 })).text).toContain('**#21**');
  });

  it('counts what was earned this week or month in the clan’s time zone', async () => {
    await clan.seed({ discordId: person(1), robloxName: 'Old', totalPoints: 500 });
    await clan.seed({ discordId: person(3), robloxName: 'New' });
    const posting = { memberId: person(3), amount: 1, kind: 'award', reason: null, actorId: null } as const;
    await clan.change((tx) =>
      awardPoints(tx, { entryId: tx.newId(), ...posting, now: NOON, timeZone: 'UTC' }),
    );
    const week = await ask({ period: 'week' });
    expect(week.text).toContain('New');
    expect(week.text).toContain('**1 point**');
    expect(week.text).not.toContain('Old');
    expect((await ask({ period: 'month' }, person(1))).text).toContain('no points in this time yet');
  });

  it('says what to do in an empty clan', async () => {
    const { text } = await ask();
    expect(text).toContain('/link-roblox');
    expect((await ask({ period: 'week' })).text).toContain('this week yet');
  });

  it('fits Discord’s limits with the longest names', async () => {
    for (let number = 1; number <= 10; number += 1) {
      await clan.seed({
        discordId: person(number),
        robloxName: '*'.repeat(64),
        totalPoints: 999_999_999 - number,
      });
    }
    const { reply } = await ask();
    expect(reply.message.embeds?.[0]?.description?.length).toBeLessThanOrEqual(4096);
  });
});
