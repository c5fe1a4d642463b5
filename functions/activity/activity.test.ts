import { beforeEach, describe, expect, it } from 'vitest';
import { addLeave, beginLeave, closeLeave, decideLeave } from '../../shared/leave/leave.ts';
import { awardPoints } from '../../shared/points/ledger.ts';
import { addQuota } from '../../shared/quota/quota.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { ADMIN, type HandlerTest, OFFICER, openHandlerTest } from '../../test/support/handler-test.ts';
import { activity } from './activity.ts';

const WEEK_MS = 7 * 86_400_000;
const wolf = person(1);
const bear = person(2);
const member = { id: wolf, displayName: '🐺 Wolf', isBot: false };

let t: HandlerTest;
beforeEach(async () => {
  t = await openHandlerTest();
  for (const discordId of [wolf, bear]) await t.clan.seed({ discordId });
});

async function earn(memberId: string, amount: number, weeksAgo: number) {
  const posting = { memberId, amount, kind: 'award', reason: null, actorId: null } as const;
  const now = NOON - weeksAgo * WEEK_MS;
  await t.clan.change((tx) => awardPoints(tx, { entryId: tx.newId(), ...posting, now, timeZone: 'UTC' }));
}
const ask = (options: Record<string, string | number> = {}, locale = 'en-US') =>
  t.run(activity, { actor: wolf, user: member, options, locale });
function chartOf({ reply }: Awaited<ReturnType<typeof ask>>) {
  const picture = reply.picture?.picture;
  if (picture?.kind !== 'activity') throw new Error('the reply has no chart');
  return picture;
}

describe('/activity', () => {
  it('shows the points of the whole clan, week by week, the present one last', async () => {
    await earn(wolf, 5, 0);
    await earn(bear, 7, 0);
    await earn(bear, 3, 2);
    await earn(bear, 100, 12);
    const answer = await ask();
    const chart = chartOf(answer);
    expect(chart.title).toBe('Test Clan');
    expect(chart.weeks.map(({ points }) => points)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 12]);
    expect(chart.figures).toEqual([
      { label: 'Total', value: '15' },
      { label: 'A week', value: '1' },
      { label: 'Best week', value: '12' },
    ]);
    expect(answer.text).toContain('**12** points');
  });

  it('shows one’s own points, and says the same in its alternative text', async () => {
    await earn(wolf, 5, 0);
    await earn(bear, 7, 0);
    const { reply } = await ask({ member: wolf, weeks: 4 });
    const lines = reply.picture?.description.split('\n') ?? [];
    expect(lines.slice(0, 2)).toEqual(['Activity of 🐺 Wolf', 'Total: 5 · A week: 1 · Best week: 5']);
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toMatch(/^Week of \w+ \d+: 5 points$/);
  });

  it('shows somebody else’s to officers only', async () => {
    await earn(bear, 7, 0);
    await expect(ask({ member: bear })).rejects.toMatchObject({ code: 'tier-needed' });
    const people = [{ id: bear, displayName: 'Bear', isBot: false }];
    const { text } = await t.run(activity, {
      actor: { id: OFFICER, tier: 'officer' },
      people,
      options: { member: bear },
    });
    expect(text).toContain('Activity of Bear');
    expect(text).toContain('**7** points');
  });

  it('marks weeks on leave of one person, not of the clan, and none that was only asked for', async () => {
    const leave = {
      ...{ id: 'l1', memberId: wolf, firstDay: '2026-11-02', lastDay: '2026-11-15', reason: 'Exams' },
      ...{ startsAt: Date.parse('2026-11-02'), endsAt: Date.parse('2026-11-16') },
    };
    await addLeave(t.clan.db, leave, NOON - 9 * WEEK_MS);
    const marked = async () =>
      chartOf(await ask({ member: wolf }))
        .weeks.filter(({ onLeave }) => onLeave)
        .map(({ label }) => label);
    expect(await marked()).toEqual([]);
    await decideLeave(t.clan.db, { leaveId: 'l1', actorId: ADMIN, now: NOON });
    expect(await marked()).toEqual(['Nov 2', 'Nov 9']);
    await beginLeave(t.clan.db, 'l1');
    await closeLeave(t.clan.db, { id: 'l1', status: 'running' }, 'ended', Date.parse('2026-11-05'));
    expect(await marked()).toEqual(['Nov 2']);
    expect(chartOf(await ask()).weeks.some(({ onLeave }) => onLeave)).toBe(false);
  });

  it('marks the quota of the member’s rank, where it counts points, and none for the clan', async () => {
    const span = { fromId: null, toId: null, category: null, firstWeek: 'w2026-01-05' };
    const quota = { id: 'q1', amount: 40, counted: 'points', ...span } as const;
    await addQuota(t.clan.db, quota, { actorId: ADMIN, now: NOON });
    const answer = await ask({ member: wolf });
    expect(chartOf(answer).quota).toEqual({ points: 40, label: 'Quota: 40 points a week' });
    expect(answer.reply.picture?.description).toContain('Quota: 40 points a week');
    expect(chartOf(await ask()).quota).toBeUndefined();
  });

  it.each([3, 27, 4.5])('refuses %s weeks, and says what is possible', async (weeks) => {
    await expect(ask({ weeks })).rejects.toThrow('Weeks go from 4 to 26.');
  });

  it('speaks the language of whoever asks, and fits with the largest figures', async () => {
    for (let week = 0; week < 26; week += 1) await earn(wolf, 38_000_000 + week, week);
    const answer = await ask({ member: wolf, weeks: 26 }, 'de');
    expect(chartOf(answer).subtitle).toBe('Punkte pro Woche, 26 Wochen');
    expect(answer.reply.picture?.description.length).toBeLessThanOrEqual(1024);
  });

  it('carries no picture where the clan wants none', async () => {
    const settings = { ...t.clanContext.settings, pictures: false };
    const { reply, text } = await t.run(activity, { actor: wolf, settings });
    expect(reply.picture).toBeUndefined();
    expect(text).toContain('No points in this time.');
  });
});
