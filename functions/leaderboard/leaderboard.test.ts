import { beforeEach, describe, expect, it } from 'vitest';
import { awardPoints } from '../../shared/points/ledger.ts';
import { NOON, person, type TestClan } from '../../test/support/clan.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { declaration } from './declaration.ts';
import { changePeriod, leaderboard, turnPage } from './leaderboard.ts';

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
    expect(buttons(reply).filter((id) => id.startsWith('leaderboard.page'))).toEqual([]);
  });

  it('leafs through the pages with buttons, and keeps the line of whoever called it', async () => {
    for (let number = 1; number <= 25; number += 1) {
      await clan.seed({ discordId: person(number), totalPoints: 100 - number });
    }
    const first = await ask();
    expect(first.text).toContain('Page 1 of 3');
    const [previous, next] = buttons(first.reply).filter((id) => id.startsWith('leaderboard.page'));
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

  it('changes the period with buttons, to the first page, and keeps the line of whoever called it', async () => {
    for (let number = 1; number <= 12; number += 1) {
      await clan.seed({ discordId: person(number), totalPoints: 100 - number });
    }
    const { reply } = await ask({ page: 2 });
    const week = `leaderboard.period:${person(3)}:week`;
    expect(buttons(reply).filter((id) => id.startsWith('leaderboard.period'))).toEqual([
      `leaderboard.period:${person(3)}:all`,
      week,
      `leaderboard.period:${person(3)}:month`,
    ]);
    expect(new Set(buttons(reply)).size).toBe(5);
    const change = (customId: string) => {
      const [, recordId = '', argument = ''] = customId.split(':');
      return t.run(changePeriod, { actor: person(20), recordId, argument });
    };
    const { text, reply: changed } = await change(week);
    expect(text).toContain('Leaderboard · This week');
    expect(text).toContain(`<@${person(3)}>: no points`);
    expect(buttons(changed)).toContain(`leaderboard.period:${person(3)}:all`);
    const off = [...text.matchAll(/"custom_id":"([^"]+)","disabled":true/g)].map(([, id]) => id);
    expect(off).toEqual([week]);
    expect((await change('leaderboard.period:x:year')).text).toContain('Leaderboard · All time');
  });

  it('has no cooldown on its buttons, which anybody may press', () => {
    const onButtons = declaration.routes.filter(({ on }) => on === 'component');
    expect(onButtons).toHaveLength(2);
    for (const route of onButtons) expect(route).toMatchObject({ cooldownSeconds: 0, readOnly: true });
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
