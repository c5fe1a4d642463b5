import { beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../shared/clans/settings.ts';
import { moveLeaves } from '../../shared/leave/begin-and-end.ts';
import { openLeave } from '../../shared/leave/leave.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { type HandlerTest, OFFICER, openHandlerTest } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { approve, deny } from './decide.ts';
import { endLeave } from './end.ts';
import { requestLeave } from './request.ts';
import { showLeaves } from './show.ts';

// Wednesday, 18 November 2026, noon in UTC.
const WOLF = person(1);
const DAY_MS = 86_400_000;

let t: HandlerTest;
beforeEach(async () => {
  t = await openHandlerTest();
  await t.clan.seed({ discordId: WOLF });
});

function ask(from: string, to: string, reason = 'Exams', settings: Settings = SETTINGS) {
  return t.run(requestLeave, { actor: WOLF, options: { from, to, reason }, settings });
}
async function asked(from: string, to: string): Promise<string> {
  await ask(from, to);
  return (await openLeave(t.db, WOLF))?.id ?? 'none';
}
const decide = (handler: typeof approve, recordId: string, actor = OFFICER) =>
  t.run(handler, { actor: { id: actor, tier: 'officer' }, recordId });
const status = async () => (await openLeave(t.db, WOLF))?.status;
const run = () => moveLeaves(t.clanContext, t.clock.now + 60_000);

describe('/leave request', () => {
  it('says which days were understood and posts a card with two buttons', async () => {
    const { text, effects } = await ask('tomorrow', 'for 2 weeks');
    expect(text).toContain('14 days, `2026-11-19` to `2026-12-02`');
    expect(effects).toMatchObject([
      { kind: 'message', channelId: SETTINGS.channels.admin, remember: { table: 'leaves' } },
    ]);
    expect(JSON.stringify(effects)).toMatch(/leave\.approve:.*leave\.deny:/);
    expect(JSON.stringify(effects)).toContain('Exams');
    expect(await openLeave(t.db, WOLF)).toMatchObject({
      status: 'requested',
      startsAt: Date.UTC(2026, 10, 19),
      endsAt: Date.UTC(2026, 11, 3),
    });
  });

  it('counts whole days of the clan’s zone', async () => {
    await ask('today', 'today', 'Ill', { ...SETTINGS, time_zone: 'America/New_York' });
    expect(await openLeave(t.db, WOLF)).toMatchObject({
      firstDay: '2026-11-18',
      lastDay: '2026-11-18',
      startsAt: Date.UTC(2026, 10, 18, 5),
      endsAt: Date.UTC(2026, 10, 19, 5),
    });
  });

  it.each([
    ['a day that is none', 'soonish', 'friday', 'bad-day', /first day "soonish" could not be read/],
    ['an end that is no day', 'tomorrow', 'someday', 'bad-day', /last day "someday" could not be read/],
    ['a time of day', 'tomorrow 20:00', 'friday', 'bad-day', /whole days/],
    ['an end before its begin', '2026-11-25', '2026-11-20', 'leave-ends-first', /before the first one/],
    ['days that are over', '2026-11-01', '2026-11-10', 'leave-past', /which is over/],
    ['more than 90 days', '2026-11-20', '2027-02-18', 'leave-too-long', /91 days/],
    ['a day more than a year ahead', '2028-01-01', '2028-01-05', 'bad-day', /more than a year ahead/],
  ])('refuses %s, gives back what was typed and keeps nothing', async (_, from, to, code, said) => {
    const refusal = ask(from, to);
    await expect(refusal).rejects.toMatchObject({ code, message: expect.stringMatching(said) });
    await expect(refusal).rejects.toThrow(`from: ${from}\nto: ${to}\nreason: Exams`);
    expect(await status()).toBeUndefined();
  });

  it('gives back what was typed by the names of its options in the caller’s language', async () => {
    const options = { from: 'bald', to: 'Freitag', reason: 'Urlaub' };
    const refusal = t.run(requestLeave, { actor: WOLF, options, locale: 'de' });
    await expect(refusal).rejects.toMatchObject({ code: 'bad-day' });
    const { text } = await refusal.catch((error) => ({ text: error.text('de') }));
    expect(text).toContain('von: bald\nbis: Freitag\ngrund: Urlaub');
  });

  it('takes 90 days, and a leave that has begun already', async () => {
    const { text } = await ask('2026-11-16', '2027-02-13');
    expect(text).toContain('90 days');
  });

  it('refuses a second one while the first is asked for, approved or running', async () => {
    const id = await asked('friday', 'sunday');
    await expect(ask('2026-11-20', '2026-11-30')).rejects.toMatchObject({ code: 'has-leave' });
    await decide(approve, id);
    await expect(ask('tomorrow', 'tomorrow')).rejects.toThrow(/One leave at a time/);
    expect(await openLeave(t.db, WOLF)).toMatchObject({ id, firstDay: '2026-11-20' });
  });

  it('keeps one of two that are asked for at the same moment, with one card', async () => {
    const both = await Promise.allSettled([ask('friday', 'sunday'), ask('2026-11-21', '2026-11-30')]);
    expect(both.map(({ status: how }) => how).sort()).toEqual(['fulfilled', 'rejected']);
    const cards = both.flatMap((one) => (one.status === 'fulfilled' ? one.value.effects : []));
    expect(cards.map(({ kind }) => kind)).toEqual(['message']);
    const [refused] = both.filter((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'has-leave' });
    expect(await status()).toBe('requested');
  });

  it('refuses somebody who is not linked, and a clan without an admin channel', async () => {
    const stranger = t.run(requestLeave, {
      actor: person(7),
      options: { from: 'tomorrow', to: 'friday', reason: 'x' },
    });
    await expect(stranger).rejects.toMatchObject({ code: 'not-linked' });
    const nowhere = { ...SETTINGS, channels: { ...SETTINGS.channels, admin: null } };
    await expect(ask('tomorrow', 'friday', 'x', nowhere)).rejects.toMatchObject({ code: 'no-admin-channel' });
    await expect(ask('tomorrow', 'friday', ' ')).rejects.toMatchObject({ code: 'bad-reason' });
  });
});

describe('the card', () => {
  it('approved tells the member, and the leave begins with its first day', async () => {
    const id = await asked('tomorrow', 'friday');
    const { effects } = await decide(approve, id);
    expect(effects).toMatchObject([
      { kind: 'dm', userId: WOLF, message: { content: expect.stringContaining('was approved') } },
      { kind: 'edit', of: { table: 'leaves', id } },
    ]);
    expect(JSON.stringify(effects[1])).toContain('"disabled":true');
    expect(await run()).toEqual({ begun: 0, ended: 0 });
    t.clock.now += DAY_MS;
    expect(await run()).toEqual({ begun: 1, ended: 0 });
    expect(await status()).toBe('running');
  });

  it('approved on the first day begins the leave at once, with its role', async () => {
    const { effects } = await decide(approve, await asked('today', 'friday'));
    expect(effects.map(({ kind }) => kind)).toEqual(['leave-role', 'dm', 'edit']);
    expect(await status()).toBe('running');
  });

  it('denied tells the member, who may ask again', async () => {
    const { effects } = await decide(deny, await asked('tomorrow', 'friday'));
    expect(effects).toMatchObject([
      { kind: 'dm', message: { content: expect.stringContaining('was denied') } },
      { kind: 'edit' },
    ]);
    expect(await status()).toBeUndefined();
    await ask('tomorrow', 'tomorrow');
    expect(await status()).toBe('requested');
  });

  it('is decided once, and a later click says by whom', async () => {
    const id = await asked('tomorrow', 'friday');
    await decide(approve, id);
    await expect(decide(deny, id, person(8))).rejects.toMatchObject({
      code: 'leave-decided',
      message: expect.stringContaining(`approved by <@${OFFICER}>`),
    });
    expect(await status()).toBe('approved');
  });

  it('is never decided by its own member, nor when it is over', async () => {
    const id = await asked('today', 'tomorrow');
    await expect(decide(approve, id, WOLF)).rejects.toMatchObject({ code: 'own-leave' });
    await expect(decide(deny, id, WOLF)).rejects.toMatchObject({ code: 'own-leave' });
    t.clock.now += 2 * DAY_MS;
    await expect(decide(approve, id)).rejects.toMatchObject({ code: 'leave-over' });
    await expect(decide(approve, 'none')).rejects.toMatchObject({ code: 'no-such-leave' });
  });
});

describe('/leave end', () => {
  it('ends a running leave, takes its role and renews the card', async () => {
    await decide(approve, await asked('today', 'friday'));
    const { text, effects } = await t.run(endLeave, { actor: WOLF });
    expect(text).toContain('has ended');
    expect(effects.map(({ kind }) => kind)).toEqual(['leave-role', 'edit']);
    expect((await t.run(showLeaves, { actor: WOLF })).text).toContain('over (ended <t:');
    await expect(t.run(endLeave, { actor: WOLF })).rejects.toMatchObject({ code: 'no-leave' });
  });

  it('takes a request or a leave that has not begun back', async () => {
    const id = await asked('tomorrow', 'friday');
    const { text, effects } = await t.run(endLeave, { actor: WOLF });
    expect(text).toContain('is taken back');
    expect(effects.map(({ kind }) => kind)).toEqual(['edit']);
    await expect(decide(approve, id)).rejects.toThrow(/taken this request back/);
  });
});

describe('the hourly job', () => {
  it('ends a leave once, however often it runs', async () => {
    await decide(approve, await asked('today', 'tomorrow'));
    t.clock.now = NOON + 1.5 * DAY_MS;
    expect(await run()).toEqual({ begun: 0, ended: 1 });
    expect(await run()).toEqual({ begun: 0, ended: 0 });
    expect(await status()).toBeUndefined();
  });

  it('lapses a request that nobody decided on, and one that began and ended while it stood still', async () => {
    await ask('today', 'today');
    t.clock.now += DAY_MS;
    expect(await run()).toEqual({ begun: 0, ended: 1 });
    expect((await t.run(showLeaves, { actor: WOLF })).text).toContain('nobody decided in time');
    await decide(approve, await asked('tomorrow', 'tomorrow'));
    t.clock.now += 9 * DAY_MS;
    expect(await run()).toEqual({ begun: 0, ended: 1 });
  });

  it('stops when its time is over and goes on at the next run', async () => {
    for (let number = 2; number <= 61; number += 1) {
      await t.clan.seed({ discordId: person(number) });
      await t.run(requestLeave, {
        actor: person(number),
        options: { from: 'today', to: 'today', reason: 'x' },
      });
    }
    t.clock.now += DAY_MS;
    let looks = 0;
    const now = () => {
      looks += 1;
      return looks < 4 ? t.clock.now : t.clock.now + 60_000;
    };
    expect(await moveLeaves({ ...t.clanContext, now, random: () => 0.25 }, t.clock.now + 60_000)).toEqual({
      begun: 0,
      ended: 50,
    });
    expect(await run()).toEqual({ begun: 0, ended: 10 });
  });
});
