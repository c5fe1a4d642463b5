import { describe, expect, it } from 'vitest';
import { openTestClan, person } from '../../test/support/clan.ts';
import { findMember } from '../members/member.ts';
import { leaderboardPage } from './leaderboard.ts';
import { awardPoints, undo } from './ledger.ts';
import { periodsOf } from './period.ts';

describe('a week and a month', () => {
  it('begin on Monday and on the first, at midnight', () => {
    expect(periodsOf(Date.UTC(2026, 10, 22, 23, 59), 'UTC')).toEqual({
      week: 'w2026-11-16',
      month: 'm2026-11',
    });
    expect(periodsOf(Date.UTC(2026, 10, 23), 'UTC')).toEqual({ week: 'w2026-11-23', month: 'm2026-11' });
  });

  it('are those of the clan’s time zone', () => {
    const at = Date.UTC(2027, 1, 28, 23, 30);
    expect(periodsOf(at, 'UTC')).toEqual({ week: 'w2027-02-22', month: 'm2027-02' });
    expect(periodsOf(at, 'Europe/Berlin')).toEqual({ week: 'w2027-03-01', month: 'm2027-03' });
    expect(periodsOf(at, 'America/New_York')).toEqual({ week: 'w2027-02-22', month: 'm2027-02' });
  });

  it('keep a week whole over New Year and a change of clocks', () => {
    expect(periodsOf(Date.UTC(2027, 0, 2), 'UTC')).toEqual({ week: 'w2026-12-28', month: 'm2027-01' });
    expect(periodsOf(Date.UTC(2026, 2, 29, 12), 'Europe/Berlin').week).toBe('w2026-03-23');
    expect(periodsOf(Date.UTC(2026, 2, 30), 'Europe/Berlin').week).toBe('w2026-03-30');
  });

  it('give points back to the week in which they were earned when an entry is undone later', async () => {
    const clan = await openTestClan();
    const wolf = person(1);
    await clan.seed({ discordId: wolf });
    const week1 = Date.UTC(2026, 10, 18);
    const week2 = Date.UTC(2026, 10, 25);
    const clock = { timeZone: 'UTC', actorId: null };
    const { result: first } = await clan.change(async (tx) => {
      const entryId = tx.newId();
      await awardPoints(tx, {
        entryId,
        memberId: wolf,
        amount: 8,
        kind: 'award',
        reason: null,
        now: week1,
        ...clock,
      });
      return entryId;
    });
    await clan.change((tx) =>
      awardPoints(tx, {
        entryId: tx.newId(),
        memberId: wolf,
        amount: 3,
        kind: 'award',
        reason: null,
        now: week2,
        ...clock,
      }),
    );
    await clan.change((tx) => undo(tx, { entryId: tx.newId(), reverses: first, now: week2, ...clock }));
    const earned = async (now: number) =>
      (await leaderboardPage(clan.db, { period: 'week', page: 1, now, timeZone: 'UTC' })).standings.map(
        (standing) => standing.points,
      );
    expect(await earned(week1)).toEqual([]);
    expect(await earned(week2)).toEqual([3]);
    expect(await findMember(clan.db, wolf)).toMatchObject({ points: 3, totalPoints: 3 });
    await clan.db.close();
  });
});
