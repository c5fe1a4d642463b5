import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { NOON, openTestClan, person, type TestClan } from '../../test/support/clan.ts';
import { type Queryable, sql } from '../database/database.ts';
import { leaderboardPage } from './leaderboard.ts';
import { awardPoints, history } from './ledger.ts';
import { placeOf } from './place.ts';

let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

const clock = { now: NOON, timeZone: 'UTC' };
const page = (number: number, period: 'all' | 'week' | 'month' = 'all') =>
  leaderboardPage(clan.db, { period, page: number, ...clock });

const ADD_MANY = sql`
INSERT INTO members (discord_id, rank_id, points, total_points, joined_at)
VALUES (:discord_id, :rank_id, 0, :total_points, :joined_at)`;
function addMembers(count: number): Promise<number> {
  const rankId = clan.rank('Pending').id;
  return clan.db.executeMany(
    ADD_MANY,
    Array.from({ length: count }, (_, index) => ({
      discord_id: person(index + 1),
      rank_id: rankId,
      total_points: count - index,
      joined_at: NOON,
    })),
  );
}

describe('the leaderboard', () => {
  it('gives equals one place, ordered by who was linked first', async () => {
    await clan.seed({ discordId: person(1), totalPoints: 10, joinedAt: NOON });
    await clan.seed({ discordId: person(2), totalPoints: 20, joinedAt: NOON });
    await clan.seed({ discordId: person(3), totalPoints: 20, joinedAt: NOON - 1 });
    await clan.seed({ discordId: person(4), totalPoints: 5, joinedAt: NOON });
    const { standings, pages } = await page(1);
    expect(standings.map((one) => [one.discordId, one.place])).toEqual([
      [person(3), 1],
      [person(2), 1],
      [person(1), 3],
      [person(4), 4],
    ]);
    expect(pages).toBe(1);
  });

  it('keeps a shared place over the end of a page', async () => {
    for (let number = 1; number <= 12; number += 1) {
      await clan.seed({
        discordId: person(number),
        totalPoints: number < 9 ? 100 - number : 7,
        joinedAt: number,
      });
    }
    const second = await page(2);
    expect(second.standings.map((one) => [one.discordId, one.place])).toEqual([
      [person(11), 9],
      [person(12), 9],
    ]);
  });

  it('turns a page that does not exist into the nearest one, and stops at page 100', async () => {
    await addMembers(1100);
    expect(await page(0)).toMatchObject({ page: 1, pages: 100 });
    const last = await page(5000);
    expect(last.page).toBe(100);
    expect(last.standings.at(-1)).toMatchObject({ place: 1000, points: 101 });
  });

  it('is empty in a clan without members', async () => {
    expect(await page(3)).toEqual({ page: 1, pages: 1, standings: [], own: undefined });
  });

  it('of a week shows who earned points in it, and nobody else', async () => {
    await clan.seed({ discordId: person(1), totalPoints: 500 });
    await clan.seed({ discordId: person(2) });
    const post = { amount: 3, kind: 'award', reason: null, actorId: null, memberId: person(2) } as const;
    await clan.change((tx) => awardPoints(tx, { entryId: tx.newId(), ...post, ...clock }));
    const { standings } = await page(1, 'week');
    expect(standings).toMatchObject([{ place: 1, discordId: person(2), points: 3 }]);
    const own = async (number: number, period: 'all' | 'week') => {
      const caller = { discordId: person(number), totalPoints: number === 1 ? 500 : 3 };
      return (await leaderboardPage(clan.db, { period, page: 1, caller, ...clock })).own;
    };
    expect(await own(2, 'week')).toEqual({ points: 3, place: 1, exact: true });
    expect(await own(1, 'week')).toBeUndefined();
    expect(await own(2, 'all')).toEqual({ points: 3, place: 2, exact: true });
    expect((await page(1, 'month')).standings).toHaveLength(1);
    expect(
      (
        await leaderboardPage(clan.db, {
          period: 'week',
          page: 1,
          now: NOON + 7 * 86_400_000,
          timeZone: 'UTC',
        })
      ).standings,
    ).toEqual([]);
  });
});

describe('a place', () => {
  it('is exact to 10,000 and then over it', async () => {
    await addMembers(10_005);
    expect(await placeOf(clan.db, { totalPoints: 10_005 })).toEqual({ place: 1, exact: true });
    expect(await placeOf(clan.db, { totalPoints: 6 })).toEqual({ place: 10_000, exact: true });
    expect(await placeOf(clan.db, { totalPoints: 5 })).toEqual({ place: 10_001, exact: false });
    expect(await placeOf(clan.db, { totalPoints: 1 })).toEqual({ place: 10_001, exact: false });
  });
});

describe('leaderboards, places and histories', () => {
  it('are read from an index in its order, without sorting', async () => {
    await addMembers(3);
    const plans: string[] = [];
    const Step = z.object({ detail: z.string() });
    const watching: Queryable = {
      execute: clan.db.execute.bind(clan.db),
      executeMany: clan.db.executeMany.bind(clan.db),
      query: async (row, statement, binds) => {
        const steps = await clan.db.query(Step, sql`EXPLAIN QUERY PLAN ${statement}`, binds);
        plans.push(steps.map((step) => step.detail).join('; '));
        return clan.db.query(row, statement, binds);
      },
    };
    await leaderboardPage(watching, { period: 'all', page: 1, ...clock });
    const caller = { discordId: person(1), totalPoints: 3 };
    for (const page of [1, 2]) {
      await leaderboardPage(watching, { period: 'all', page, caller, ...clock });
    }
    await leaderboardPage(watching, { period: 'week', page: 1, caller, ...clock });
    await history(watching, person(1), { page: 1, pageSize: 10 });
    expect(plans.length).toBeGreaterThan(6);
    for (const plan of plans) {
      expect(plan).not.toContain('TEMP B-TREE');
      expect(plan).toMatch(/USING (COVERING )?INDEX/);
    }
  });
});
