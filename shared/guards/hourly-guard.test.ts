import { beforeEach, describe, expect, it } from 'vitest';
import { NOON, openTestClan, person, type TestClan } from '../../test/support/clan.ts';
import { fitsAt, liftGuard, markTold, readGuard, usedOf, useGuard } from './hourly-guard.ts';

const WOLF = person(2);
const MINUTE = 60_000;
let clan: TestClan;

beforeEach(async () => {
  clan = await openTestClan();
});

const read = async (now: number) => {
  const guard = await readGuard(clan.db, WOLF, 'points', now);
  if (guard === undefined) throw new Error('no guards');
  return guard;
};
const use = async (amount: number, now: number) => useGuard(clan.db, await read(now), amount, now);

describe('what one person used within 60 minutes', () => {
  it('is summed over every 60 minutes, not by the hour of the clock', async () => {
    await use(100, NOON);
    await use(150, NOON + 50 * MINUTE);
    await use(20, NOON + 50 * MINUTE);
    expect(usedOf(await read(NOON + 59 * MINUTE))).toBe(270);
    expect(usedOf(await read(NOON + 60 * MINUTE))).toBe(170);
    expect(usedOf(await read(NOON + 110 * MINUTE))).toBe(0);
  });

  it('never counts for less than 60 minutes', async () => {
    await use(5, NOON + 59_000);
    expect(usedOf(await read(NOON + 59_000 + 60 * MINUTE - 1))).toBe(5);
    expect(usedOf(await read(NOON + 61 * MINUTE))).toBe(0);
  });

  it('fits into its row when something is used in each minute', async () => {
    for (let minute = 0; minute < 62; minute += 1) await use(100_000, NOON + minute * MINUTE + 30_000);
    expect(usedOf(await read(NOON + 62 * MINUTE))).toBe(60 * 100_000);
  });

  it('says when more fits again', async () => {
    await use(6, NOON);
    await use(4, NOON + 10 * MINUTE);
    const guard = await read(NOON + 20 * MINUTE);
    expect(fitsAt(guard, 5, 10)).toBe(NOON + 60 * MINUTE);
    expect(fitsAt(guard, 7, 10)).toBe(NOON + 70 * MINUTE);
    expect(fitsAt(guard, 11, 10)).toBeUndefined();
  });

  it('does not count what lies ahead, after the clock was set back', async () => {
    await use(6, NOON);
    expect(usedOf(await read(NOON - 10 * MINUTE))).toBe(0);
  });

  it('is refused to a second one who read the same', async () => {
    const first = await read(NOON);
    await useGuard(clan.db, first, 1, NOON);
    await expect(useGuard(clan.db, first, 1, NOON)).rejects.toMatchObject({ name: 'ConflictError' });
    const second = await read(NOON);
    await useGuard(clan.db, second, 1, NOON);
    await expect(useGuard(clan.db, second, 1, NOON)).rejects.toMatchObject({ name: 'ConflictError' });
    expect(usedOf(await read(NOON))).toBe(2);
  });

  it('is another for points and for ranks', async () => {
    await use(6, NOON);
    const ranks = await readGuard(clan.db, WOLF, 'ranks', NOON);
    expect(ranks === undefined ? undefined : usedOf(ranks)).toBe(0);
  });

  it('starts anew when it is lifted, once', async () => {
    await use(6, NOON);
    await markTold(clan.db, await read(NOON), NOON);
    const lift = { discordId: WOLF, kind: 'points', toldAt: NOON, liftedBy: person(9), now: NOON } as const;
    expect(await liftGuard(clan.db, { ...lift, toldAt: NOON - 1 })).toBe(false);
    expect(await liftGuard(clan.db, lift)).toBe(true);
    expect(await liftGuard(clan.db, lift)).toBe(false);
    const guard = await read(NOON);
    expect([usedOf(guard), guard.toldAt]).toEqual([0, undefined]);
  });

  it('is not held on a schema that has no table for it yet', async () => {
    await clan.db.runMigrationStatement('DROP TABLE hourly_guards');
    expect(await readGuard(clan.db, WOLF, 'points', NOON)).toBeUndefined();
  });
});
