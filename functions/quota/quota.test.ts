import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Settings } from '../../shared/clans/settings.ts';
import { sql } from '../../shared/database/database.ts';
import { addLeave, beginLeave, closeLeave, decideLeave } from '../../shared/leave/leave.ts';
import { findMember } from '../../shared/members/member.ts';
import { awardPoints } from '../../shared/points/ledger.ts';
import { postReports, waitingReports } from '../../shared/quota/weekly-report.ts';
import { changeRank } from '../../shared/ranks/change-rank.ts';
import { killedAt } from '../../test/support/broken-database.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { ADMIN, type HandlerTest, OFFICER, openHandlerTest } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { excuseMember, excuseOnPage } from './excuse.ts';
import { removeQuota } from './remove.ts';
import { setQuota } from './set.ts';
import { showQuota, turnPage } from './show.ts';
import { suggestForSet, suggestQuotas, suggestWeeks } from './suggest.ts';

// Wednesday, 18 November 2026, noon in UTC; the week begins on the 16th.
const [WOLF, FOX, OWL] = [person(1), person(2), person(3)];
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const EXCUSED = sql`SELECT discord_id FROM quota_excuses`;
const REPORTS = sql`SELECT payload FROM outbox WHERE kind = 'message' ORDER BY created_at, ordinal`;

let t: HandlerTest;
let random = 0;
beforeEach(async () => {
  t = await openHandlerTest();
});

const admin = { id: ADMIN, tier: 'admin' } as const;
const officer = { id: OFFICER, tier: 'officer' } as const;
const seed = (discordId: string, rank = 'Enlist') =>
  t.clan.seed({ discordId, rank, joinedAt: NOON - 90 * DAY_MS });
const set = (points: number, more: Record<string, string> = {}) =>
  t.run(setQuota, { actor: admin, options: { points, ...more } });
const show = (week?: string, actor: typeof officer | string = officer) =>
  t.run(showQuota, { actor, options: week === undefined ? {} : { week } });
const award = (memberId: string, amount: number, now = t.clock.now) =>
  t.clan.change((tx) =>
    awardPoints(tx, {
      ...{
        entryId: `${now}-${memberId}-${amount}`.slice(0, 32),
        memberId,
        amount,
        kind: 'award',
        reason: null,
      },
      ...{ actorId: OFFICER, now, timeZone: 'UTC' },
    }),
  );
/** The hourly job, whose ids differ from run to run. */
function report(more: Partial<typeof t.clanContext> = {}) {
  const next = () => {
    random += 0.001;
    return random % 1;
  };
  return postReports({ ...t.clanContext, random: next, ...more }, t.clock.now + 60_000);
}
async function posted(): Promise<string[]> {
  return (await t.db.query(z.object({ payload: z.string() }), REPORTS)).map((row) => row.payload);
}
const withAdmin = (id: string | null): Settings => ({
  ...SETTINGS,
  channels: { ...SETTINGS.channels, admin: id },
});

describe('/quota set', () => {
  it('counts from the next week on, for a span of ranks', async () => {
    const { text } = await set(10, { 'rank-from': 'Enlist', 'rank-to': 'Soldier' });
    expect(text).toContain('10 points a week for **Enlist** to **Soldier**, 2 ranks');
    expect(text).toContain('begins on `2026-11-23`');
    await seed(WOLF);
    expect((await show(undefined, WOLF)).text).toContain('No quota applies to you');
    t.clock.now += WEEK_MS;
    await award(WOLF, 4);
    expect((await show(undefined, WOLF)).text).toContain('4 of 10 points');
  });

  it('takes the place of the quota of the same span, which goes on until then', async () => {
    await seed(WOLF);
    await set(10);
    t.clock.now += WEEK_MS;
    expect((await set(20)).text).toContain('Until then, 10 points a week goes on');
    expect((await show(undefined, WOLF)).text).toContain('0 of 10 points');
    t.clock.now += WEEK_MS;
    expect((await show(undefined, WOLF)).text).toContain('0 of 20 points');
    await expect(set(20)).rejects.toMatchObject({ code: 'same-quota' });
  });

  it('lets the narrowest span win where they overlap', async () => {
    await seed(WOLF);
    await seed(FOX, 'Soldier');
    await set(10);
    expect((await set(3, { 'rank-from': 'Soldier', 'rank-to': 'Soldier' })).text).toContain('that one wins');
    t.clock.now += WEEK_MS;
    const { text } = await show();
    expect(text).toContain(`<@${WOLF}> · 0 of 10 points`);
    expect(text).toContain(`<@${FOX}> · 0 of 3 points`);
  });

  it.each<[string, Record<string, string | number>, string]>([
    ['a span without ranks', { points: 1, 'rank-from': 'Soldier', 'rank-to': 'Enlist' }, 'no-ranks'],
    ['a category that no rank has', { points: 1, category: 'Navy' }, 'no-ranks'],
    ['a rank that is none', { points: 1, 'rank-from': 'Nobody' }, 'no-such-rank'],
    ['0 points', { points: 0 }, 'bad-amount'],
    ['more than it can be', { points: 10_001 }, 'bad-amount'],
    ['another thing to count', { points: 1, counts: 'medals' }, 'bad-choice'],
  ])('refuses %s', async (_, options, code) => {
    await expect(t.run(setQuota, { actor: admin, options })).rejects.toMatchObject({ code });
    expect(await t.suggest(suggestQuotas)).toEqual([]);
  });

  it('offers ranks and weeks, and quotas to remove', async () => {
    await set(10, { 'rank-from': 'Soldier' });
    expect(await t.suggest(suggestForSet, { focused: { name: 'rank-from', value: 'sold' } })).toHaveLength(1);
    expect(await t.suggest(suggestForSet, { focused: { name: 'category', value: '' } })).toEqual([]);
    const weeks = await t.suggest(suggestWeeks);
    expect([weeks.length, weeks[0]?.value, weeks[7]?.value]).toEqual([8, 'w2026-11-16', 'w2026-09-28']);
    const [quota] = await t.suggest(suggestQuotas);
    expect(quota?.name).toBe('10 points a week · Soldier – any rank');
    const remove = () => t.run(removeQuota, { actor: admin, options: { quota: quota?.value ?? '' } });
    expect((await remove()).text).toContain('Taken away');
    await expect(remove()).rejects.toMatchObject({ code: 'no-such-quota' });
  });
});

describe('a week', () => {
  beforeEach(async () => {
    for (const id of [WOLF, FOX, OWL]) await seed(id);
    await set(10);
    t.clock.now += WEEK_MS;
  });

  it('lists those below first, then excused, on leave, new, and who met it', async () => {
    await award(WOLF, 10);
    await t.clan.seed({ discordId: person(4), rank: 'Enlist', joinedAt: t.clock.now });
    const leave = {
      firstDay: '2026-11-20',
      lastDay: '2026-11-26',
      startsAt: NOON,
      endsAt: NOON + 8 * DAY_MS,
    };
    await addLeave(t.db, { id: 'l1', memberId: FOX, reason: 'x', ...leave }, NOON);
    await decideLeave(t.db, { leaveId: 'l1', actorId: OFFICER, now: NOON });
    await seed(person(5));
    const options = { member: person(5), reason: 'ill' };
    await t.run(excuseMember, { actor: officer, options });
    const { reply } = await show();
    expect(reply.message.embeds?.[0]?.description?.split('\n')).toEqual([
      '1 below · 1 excused · 1 on leave · 1 new this week · 1 met it',
      '',
      `❌ <@${OWL}> · 0 of 10 points`,
      `📝 <@${person(5)}> · 0 of 10 points · excused: ill`,
      `🌙 <@${FOX}> · 0 of 10 points · on leave`,
      `🌱 <@${person(4)}> · 0 of 10 points · new this week`,
      `✅ <@${WOLF}> · 10 of 10 points`,
    ]);
    expect(reply.file?.text.split('\n')[1]).toContain(`"${OWL}"`);
  });

  it('counts no leave that was over before it began', async () => {
    const leave = {
      firstDay: '2026-11-18',
      lastDay: '2026-11-30',
      startsAt: NOON,
      endsAt: NOON + 13 * DAY_MS,
    };
    await addLeave(t.db, { id: 'l1', memberId: FOX, reason: 'x', ...leave }, NOON);
    await decideLeave(t.db, { leaveId: 'l1', actorId: OFFICER, now: NOON });
    await beginLeave(t.db, 'l1');
    await closeLeave(t.db, { id: 'l1', status: 'running' }, 'ended', NOON + DAY_MS);
    expect((await show()).text).toContain(`❌ <@${FOX}>`);
  });

  it('goes by the rank that somebody had at its end', async () => {
    await set(3, { 'rank-from': 'Soldier', 'rank-to': 'Soldier' });
    t.clock.now += WEEK_MS;
    const member = await findMember(t.db, WOLF);
    if (member === undefined) throw new Error('no member');
    const change = { member, to: t.clan.rank('Soldier'), ranks: t.clan.ranks, settings: SETTINGS } as const;
    const by = { cause: 'promote', actorId: ADMIN, now: t.clock.now, roblox: 'already' } as const;
    await t.clan.change((tx) => changeRank(tx, { ...change, ...by }));
    expect((await show('w2026-11-23')).text).toContain(`<@${WOLF}> · 0 of 10 points`);
    expect((await show('w2026-11-30')).text).toContain(`<@${WOLF}> · 0 of 3 points`);
  });

  it('has pages of 25 with a select that excuses those below, never oneself', async () => {
    for (let number = 10; number < 60; number += 1) await seed(person(number));
    const { reply, text } = await show();
    expect(text).toContain('Page 1 of 3');
    expect(reply.message.embeds?.[0]?.description?.split('\n')).toHaveLength(27);
    const second = await t.run(turnPage, { actor: officer, recordId: 'w2026-11-23', argument: '2' });
    expect(second.text).toContain('Page 2 of 3');
    expect(JSON.stringify(second.reply.message.components)).toContain('"max_values":25');
    const fields = { 'quota.excuse:w2026-11-23:1': [person(20), OFFICER] };
    const excused = await t.run(excuseOnPage, {
      actor: officer,
      recordId: 'w2026-11-23',
      argument: '1',
      fields,
    });
    expect(excused.text).toContain('52 below · 1 excused');
    const own = { 'quota.excuse:w2026-11-23:1': [OFFICER] };
    const alone = t.run(excuseOnPage, {
      actor: officer,
      recordId: 'w2026-11-23',
      argument: '1',
      fields: own,
    });
    await expect(alone).rejects.toMatchObject({ code: 'not-yourself' });
  });

  it('excuses nobody whom the clan does not know, whatever values come', async () => {
    const choose = (ids: readonly string[]) => {
      const fields = { 'quota.excuse:w2026-11-23:1': ids };
      return t.run(excuseOnPage, { actor: officer, recordId: 'w2026-11-23', argument: '1', fields });
    };
    await expect(choose([person(99)])).rejects.toMatchObject({ code: 'not-linked' });
    const { effects } = await choose([person(99), WOLF]);
    expect(JSON.stringify(effects)).not.toContain(person(99));
    expect(await t.db.query(z.object({ discord_id: z.string() }), EXCUSED)).toEqual([{ discord_id: WOLF }]);
  });

  it('is one of the last eight, and nobody excuses themselves', async () => {
    await expect(show('w2026-01-05')).rejects.toMatchObject({ code: 'bad-week' });
    await expect(show('w2026-11-24')).rejects.toMatchObject({ code: 'bad-week' });
    const own = t.run(excuseMember, { actor: officer, options: { member: OFFICER, reason: 'x' } });
    await expect(own).rejects.toMatchObject({ code: 'not-yourself' });
  });
});

describe('the weekly report', () => {
  beforeEach(async () => {
    await seed(WOLF);
    await set(10);
  });

  it('is posted once for a week in which a quota counts, with the whole list as a file', async () => {
    expect(await report()).toBe(0);
    t.clock.now += WEEK_MS;
    expect(await report()).toBe(0);
    await award(WOLF, 4);
    t.clock.now += WEEK_MS;
    expect(await report()).toBe(1);
    for (let run = 0; run < 5; run += 1) expect(await report()).toBe(0);
    const [message, ...others] = await posted();
    expect(others).toEqual([]);
    expect(message).toContain('Quota · week from 2026-11-23');
    expect(message).toContain('4 of 10 points');
    expect(message).toContain('quota-2026-11-23.csv');
  });

  it('has numbers in its file that a spreadsheet reads, below 0 as well', async () => {
    await award(WOLF, 5);
    t.clock.now += WEEK_MS;
    await award(WOLF, -2);
    t.clock.now += WEEK_MS;
    await report();
    expect((await posted())[0]).toContain(String.raw`\"below\",\"-2\",\"10\"`);
  });

  it('has no text in its file that a spreadsheet takes for a formula', async () => {
    await t.clan.seed({ discordId: OWL, robloxName: '-1+1', rank: 'Enlist', joinedAt: NOON - WEEK_MS });
    t.clock.now += WEEK_MS;
    for (const [memberId, reason] of [
      [WOLF, '=HYPERLINK("http://evil.test")'],
      [OWL, '@SUM(A1)'],
    ])
      await t.run(excuseMember, {
        actor: officer,
        options: { member: memberId ?? '', reason: reason ?? '' },
      });
    t.clock.now += WEEK_MS;
    await report();
    const message: unknown = JSON.parse((await posted())[0] ?? '');
    const { file } = z.object({ file: z.object({ text: z.string() }) }).parse(message);
    expect(file.text).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
    expect(file.text).toContain(`"'@SUM(A1)"`);
    expect(file.text).toContain(`"'-1+1"`);
    expect(file.text).not.toMatch(/"[=+@]/);
  });

  it('is in the language of the clan, and so are its pages; what an officer asked for is in theirs', async () => {
    const settings = { ...SETTINGS, locale: 'fr' };
    for (let number = 10; number < 60; number += 1) await seed(person(number));
    t.clock.now += 2 * WEEK_MS;
    await report({ settings });
    expect(await posted()).toEqual([expect.stringContaining('Quota · semaine du 2026-11-23')]);
    const page = { actor: officer, settings, locale: 'de', recordId: 'w2026-11-23', argument: '2' };
    const message = { id: '1100000000000000077', channelId: '1100000000000000078' };
    expect((await t.run(turnPage, { ...page, message })).text).toContain('0 sur 10 points');
    const own = { ...page, message: { ...message, isEphemeral: true } };
    expect((await t.run(turnPage, own)).text).toContain('0 von 10 Punkten');
    const fields = { 'quota.excuse:w2026-11-23:2': [person(40)] };
    const { text, effects } = await t.run(excuseOnPage, { ...own, fields });
    expect(text).toContain('50 unter dem Soll · 1 entschuldigt');
    expect(JSON.stringify(effects)).toContain('a excusé');
  });

  it('is posted once though the job dies at any of its statements', async () => {
    t.clock.now += 2 * WEEK_MS;
    for (let nth = 1; nth <= 12; nth += 1) {
      await report({ db: killedAt(t.db, nth) }).catch(() => undefined);
    }
    await report();
    expect(await posted()).toHaveLength(1);
  });

  it('comes for each missed week after an outage, the last four at most', async () => {
    t.clock.now += 9 * WEEK_MS;
    expect(await report()).toBe(4);
    const weeks = (await posted()).map((message) => /week from ([\d-]+)/.exec(message)?.[1]);
    expect(weeks).toEqual(['2026-12-21', '2026-12-28', '2027-01-04', '2027-01-11']);
    expect(await report()).toBe(0);
  });

  it('stops when its time is over, and the next run goes on with the other weeks', async () => {
    t.clock.now += 9 * WEEK_MS;
    const begun = t.clock.now;
    let reads = 0;
    const slow = { ...t.clanContext, now: () => begun + (reads++ < 4 ? 0 : 60_000) };
    expect(await postReports(slow, begun)).toBe(0);
    expect(reads).toBeLessThan(4);
    const some = await postReports(slow, begun + 60_000);
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(4);
    expect(await report()).toBe(4 - some);
    expect(await posted()).toHaveLength(4);
  });

  it('waits while its channel is gone, says so once, and is posted when it is there', async () => {
    t.clock.now += 2 * WEEK_MS;
    const gone = withAdmin('1100000000000000099');
    expect(await report({ settings: gone })).toBe(0);
    expect(await report({ settings: withAdmin(null) })).toBe(0);
    const [said, ...others] = await posted();
    expect(others).toEqual([]);
    expect(said).toContain('could not be posted');
    expect(await waitingReports(t.db)).toEqual(['2026-11-23']);
    expect(await report()).toBe(1);
    expect(await report()).toBe(0);
    expect(await posted()).toHaveLength(2);
  });

  it('that Discord refused for good is posted again when the channel can be read', async () => {
    t.clock.now += 2 * WEEK_MS;
    await report();
    await t.db.execute(sql`UPDATE outbox SET status = 'failed', finished_at = 1`);
    expect(await report()).toBe(1);
    expect(await report()).toBe(0);
  });
});
