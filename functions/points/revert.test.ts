import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findMember } from '../../shared/members/member.ts';
import { leaderboardPage } from '../../shared/points/leaderboard.ts';
import { awardPoints, history, ledgerDifferences, undo } from '../../shared/points/ledger.ts';
import { person } from '../../test/support/clan.ts';
import { fc } from '../../test/support/fuzz-seed.ts';
import { type Call, type HandlerTest, openHandlerTest, resolved } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { countRoundTrips } from '../../test/support/round-trips.ts';
import { applyPreview } from './apply-revert.ts';
import { add, remove } from './change-points.ts';
import { previewRevert } from './revert.ts';

const OFFICER = { id: person(901), tier: 'officer' } as const;
const ADMIN = { id: person(902), tier: 'admin' } as const;
const [WOLF, BEAR] = [2, 3].map(person) as [string, string];
const MINUTE = 60_000;
let test: HandlerTest;

beforeEach(async () => {
  test = await openHandlerTest();
  await test.clan.seed({ discordId: WOLF, robloxName: 'Wolf', rank: 'Captain', points: 3 });
  await test.clan.seed({ discordId: BEAR, robloxName: 'Bear', rank: 'Captain' });
  await test.clan.seed({ discordId: ADMIN.id, robloxName: 'Admin', rank: 'Captain' });
});

const change = async (how: typeof add, member: string, amount: number) => {
  test.clock.now += MINUTE;
  const people = [resolved(member)];
  return test.run(how, { actor: OFFICER, options: { member, amount }, people });
};
const asking = (options: Call['options'] = {}, more: Partial<Call> = {}): Call => ({
  actor: ADMIN,
  options: { officer: OFFICER.id, since: '2 hours ago', ...options },
  ...more,
});
async function preview(options: Call['options'] = {}) {
  const { reply } = await test.run(previewRevert, asking(options));
  const text = reply.message.embeds?.[0]?.description ?? '';
  const revertId = /points\.revert:([\d-]+)/.exec(JSON.stringify(reply.message.components))?.[1];
  return { text, revertId, file: reply.file };
}
const apply = (recordId: string | undefined, more: Partial<Call> = {}) =>
  test.run(applyPreview, { actor: ADMIN, ...(recordId === undefined ? {} : { recordId }), ...more });
const pointsOf = async (id: string) => (await findMember(test.clan.db, id))?.points;

describe('/points revert', () => {
  it('shows first what it would do, and changes nothing', async () => {
    await change(add, WOLF, 5);
    await change(add, BEAR, 4);
    await change(remove, WOLF, 2);
    const { text, revertId } = await preview();
    expect(text).toContain(`What <@${OFFICER.id}> gave and took by hand from <t:`);
    expect(text).toContain('Entries: **3** · Members: **2** · Together: \u22127');
    expect(text).toContain(`<@${WOLF}> \u22123`);
    expect(text).toContain(`<@${BEAR}> \u22124`);
    expect(revertId).toBeDefined();
    expect([await pointsOf(WOLF), await pointsOf(BEAR)]).toEqual([6, 4]);
  });

  it('takes all of it back on Apply, with one message to each member, and never twice', async () => {
    await change(add, WOLF, 5);
    await change(add, BEAR, 4);
    await change(remove, WOLF, 2);
    const { revertId } = await preview();
    const { reply, effects } = await apply(revertId);
    expect([await pointsOf(WOLF), await pointsOf(BEAR)]).toEqual([3, 0]);
    expect(effects.map((one) => [one.kind, 'userId' in one ? one.userId : ''])).toEqual([
      ['dm', WOLF],
      ['dm', BEAR],
      ['message', ''],
    ]);
    expect(JSON.stringify(effects[0])).toContain('2 entries of your points');
    expect(JSON.stringify(effects[2])).toContain(`<@${ADMIN.id}> took entries back`);
    expect(reply.message.components).toEqual([]);
    const { entries } = await history(test.clan.db, WOLF, { page: 1, pageSize: 9 });
    expect(entries.filter(({ kind }) => kind === 'undo').map(({ actorId }) => actorId)).toEqual([
      ADMIN.id,
      ADMIN.id,
    ]);
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
    await expect(apply(revertId)).rejects.toMatchObject({ code: 'applied-before' });
    const again = await preview();
    expect(again.text).toContain('All 3 entries were undone before, so nothing was changed.');
    expect(again.revertId).toBeUndefined();
  });

  it('takes back only what the preview showed: nothing that came later, nothing undone meanwhile', async () => {
    await change(add, WOLF, 5);
    await change(add, BEAR, 4);
    const { revertId } = await preview();
    await change(add, BEAR, 1);
    const [entry] = (await history(test.clan.db, WOLF, { page: 1, pageSize: 1 })).entries;
    const given = { reverses: entry?.entryId ?? '', actorId: ADMIN.id, now: test.clock.now, timeZone: 'UTC' };
    await test.clan.change((tx) => undo(tx, { entryId: tx.newId(), ...given }));
    await apply(revertId);
    expect([await pointsOf(WOLF), await pointsOf(BEAR)]).toEqual([3, 1]);
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });

  it('says so when everything was undone meanwhile', async () => {
    await change(add, WOLF, 5);
    const [first, second] = [await preview(), await preview()];
    await apply(first.revertId);
    await expect(apply(second.revertId)).rejects.toMatchObject({ code: 'nothing-left' });
    expect(await pointsOf(WOLF)).toBe(3);
  });

  it('judges by the net sum who would fall below 0, names them, and takes what is there', async () => {
    await change(add, WOLF, 9);
    await change(remove, WOLF, 9);
    await change(add, BEAR, 6);
    await test.run(remove, { actor: ADMIN, options: { member: BEAR, amount: 4 }, people: [resolved(BEAR)] });
    const { text, revertId } = await preview();
    expect(text).toContain('**1 member does not have all of it any more**');
    expect(text).toContain(`<@${BEAR}>: 4 points are missing`);
    expect(text).not.toContain(`<@${WOLF}>: `);
    await apply(revertId);
    expect([await pointsOf(WOLF), await pointsOf(BEAR)]).toEqual([3, 0]);
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });

  it('leaves what the caller got as it is, and names it', async () => {
    await change(add, ADMIN.id, 5);
    const only = await preview();
    expect(only.text).toContain('because you got it yourself: 1 entry (+5). Another admin');
    expect(only.revertId).toBeUndefined();
    await change(add, WOLF, 1);
    await apply((await preview()).revertId);
    expect([await pointsOf(ADMIN.id), await pointsOf(WOLF)]).toEqual([5, 3]);
  });

  it('takes entries of one member only, and from the time on that was typed', async () => {
    await change(add, WOLF, 5);
    test.clock.now += 90 * MINUTE;
    await change(add, WOLF, 1);
    await change(add, BEAR, 4);
    const { text, revertId } = await preview({ since: '1 hour ago', member: WOLF });
    expect(text).toContain('Entries: **1** · Members: **1** · Together: \u22121');
    await apply(revertId);
    expect([await pointsOf(WOLF), await pointsOf(BEAR)]).toEqual([8, 4]);
  });

  it('takes approvals of events back only when asked for', async () => {
    await test.clan.change((tx) =>
      awardPoints(tx, {
        ...{ entryId: tx.newId(), memberId: WOLF, amount: 7, kind: 'event', reason: 'Raid' },
        ...{ actorId: OFFICER.id, now: test.clock.now - MINUTE, timeZone: 'UTC', eventId: '1-1' },
      }),
    );
    expect((await preview()).text).toContain('There is nothing to take back.');
    const { text, revertId } = await preview({ events: true });
    expect(text).toContain('and approved');
    await apply(revertId);
    expect(await pointsOf(WOLF)).toBe(3);
  });

  it('gives the points back to the week in which they were earned', async () => {
    const week = { period: 'week', page: 1, timeZone: 'UTC' } as const;
    await change(add, WOLF, 5);
    const earned = test.clock.now;
    test.clock.now += 7 * 24 * 60 * MINUTE;
    await apply((await preview({ since: '200 hours ago' })).revertId);
    expect((await leaderboardPage(test.clan.db, { ...week, now: earned })).standings).toEqual([]);
    expect((await leaderboardPage(test.clan.db, { ...week, now: test.clock.now })).standings).toEqual([]);
  });

  it('offers the promotion that becomes due when a removal is taken back', async () => {
    await test.clan.seed({ discordId: person(5), points: 6 });
    await change(remove, person(5), 4);
    const { effects } = await apply((await preview()).revertId);
    expect(effects.at(-1)).toMatchObject({ remember: { table: 'promotion_cards' } });
  });

  it.each([
    ['one’s own entries', { officer: ADMIN.id }, 'not-yourself'],
    ['nobody', { officer: '' }, 'no-member'],
    ['no time', { since: 'a while back' }, 'bad-time'],
    ['a day without an hour', { since: 'yesterday' }, 'bad-time'],
    ['a time to come', { since: 'tomorrow 20:00' }, 'bad-time'],
    ['a time too long ago', { since: '2020-01-01 10:00' }, 'bad-time'],
  ])('refuses %s', async (_, options, code) => {
    await change(add, WOLF, 5);
    await expect(test.run(previewRevert, asking(options))).rejects.toMatchObject({ code });
  });

  it('refuses a preview that is not there, and the Apply of the officer whose entries it is about', async () => {
    await change(add, WOLF, 5);
    const { revertId } = await preview();
    await expect(apply('1-1')).rejects.toMatchObject({ code: 'no-such-revert' });
    await expect(apply(undefined)).rejects.toMatchObject({ code: 'no-such-revert' });
    const own = apply(revertId, { actor: { id: OFFICER.id, tier: 'admin' } });
    await expect(own).rejects.toMatchObject({ code: 'not-yourself' });
  });

  it('applies once when two press at the same moment', async () => {
    await change(add, WOLF, 5);
    const { revertId } = await preview();
    const presses = await Promise.allSettled([apply(revertId), apply(revertId)]);
    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await pointsOf(WOLF)).toBe(3);
  });

  it('works without an admin channel, and says that nothing was logged', async () => {
    await change(add, WOLF, 5);
    const settings = { ...SETTINGS, channels: { ...SETTINGS.channels, admin: null } };
    const { text } = await apply((await preview()).revertId, { settings });
    expect(text).toContain('/settings channel');
  });

  it('takes thousands of entries back in as many statements as one, the latest 5,000 at once', async () => {
    const MANY = 5_003;
    const at = test.clock.now - 100 * MINUTE;
    for (let number = 0; number < 40; number += 1) await test.clan.seed({ discordId: person(300 + number) });
    await test.clan.change(async (tx) => {
      for (let index = 0; index < MANY; index += 1) {
        const memberId = person(300 + (index % 40));
        const given = {
          amount: 1,
          kind: 'award',
          reason: null,
          actorId: OFFICER.id,
          timeZone: 'UTC',
        } as const;
        await awardPoints(tx, { ...given, entryId: tx.newId(), memberId, now: at + index });
      }
    });
    const { text, revertId, file } = await preview();
    expect(text).toContain('Entries: **5000** · Members: **40**');
    expect(text).toContain('There are more than 5000 entries');
    expect(file?.text.trim().split('\n')).toHaveLength(40);
    const { db } = test.clan;
    const counted = countRoundTrips(db);
    const spied = vi.spyOn(db, 'transaction').mockImplementationOnce((work) => {
      spied.mockRestore();
      return counted.db.transaction(work);
    });
    const { effects } = await apply(revertId);
    expect(counted.trips.length).toBeLessThan(12);
    expect(effects.filter(({ kind }) => kind === 'dm')).toHaveLength(40);
    expect((await preview()).text).toContain('Entries: **3**');
    expect(await ledgerDifferences(test.clan.db)).toEqual([]);
  });

  it('leaves the ledger whole and nobody below 0, whatever was given, taken and spent', async () => {
    const step = fc.tuple(
      fc.constantFrom(add, remove),
      fc.constantFrom(WOLF, BEAR),
      fc.integer({ min: 1, max: 10 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 12 }), async (steps) => {
        for (const [[how, member, amount], byOfficer] of steps) {
          const actor = byOfficer ? OFFICER : { id: person(905), tier: 'officer' as const };
          test.clock.now += 20 * MINUTE;
          const call = { actor, options: { member, amount }, people: [resolved(member)] };
          await test.run(how, call).catch(() => undefined);
        }
        const { revertId } = await preview({ since: '10 hours ago' });
        if (revertId !== undefined) await apply(revertId);
        expect(await ledgerDifferences(test.clan.db)).toEqual([]);
        expect((await preview({ since: '10 hours ago' })).revertId).toBeUndefined();
      }),
      { numRuns: 15 },
    );
  });
});
