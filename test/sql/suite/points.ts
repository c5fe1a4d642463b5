import { expect, it } from 'vitest';
import { suggestEntries } from '../../../functions/points/suggest-entries.ts';
import { findMember, type Member } from '../../../shared/members/member.ts';
import { leaderboardPage } from '../../../shared/points/leaderboard.ts';
import {
  awardForEvent,
  awardPoints,
  history,
  ledgerDifferences,
  removePoints,
  undo,
} from '../../../shared/points/ledger.ts';
import { weeklyPoints } from '../../../shared/points/weekly-points.ts';
import { NOON, person } from '../../support/clan.ts';
import { openHandlerTest } from '../../support/handler-test.ts';
import type { Store } from './store.ts';

const WOLF = person(1);
const POSTING = { memberId: WOLF, reason: null, actorId: person(9), now: NOON, timeZone: 'UTC' } as const;

export function pointCases(store: Store): void {
  const give = (amount: number, onceKey?: string) =>
    store.clan.change((tx) =>
      awardPoints(tx, {
        ...POSTING,
        entryId: tx.newId(),
        amount,
        kind: 'award',
        ...(onceKey === undefined ? {} : { onceKey }),
      }),
    );
  const take = (amount: number) =>
    store.clan.change((tx) => removePoints(tx, { ...POSTING, entryId: tx.newId(), amount }));
  const undoEntry = (reverses: string) =>
    store.clan.change((tx) =>
      undo(tx, { entryId: tx.newId(), reverses, actorId: person(8), now: NOON, timeZone: 'UTC' }),
    );

  it('are given and taken by somebody who read the member a moment too early', async () => {
    await store.clan.seed({ discordId: WOLF, points: 2 });
    const member = await findMember(store.db, WOLF);
    if (member === undefined) throw new Error('no member');
    await give(4);
    const early = { ...POSTING, member, amount: 1 };
    const given = await store.clan.change((tx) =>
      awardPoints(tx, { ...early, entryId: tx.newId(), kind: 'award' }),
    );
    expect(given.result.member).toMatchObject({ points: 7, totalPoints: 7 });
    const taken = await store.clan.change((tx) => removePoints(tx, { ...early, entryId: tx.newId() }));
    expect(taken.result.member).toMatchObject({ points: 6, totalPoints: 6 });
    expect(await ledgerDifferences(store.db)).toEqual([]);
  });

  it('are given, taken and undone, and the ledger always adds up', async () => {
    await store.clan.seed({ discordId: WOLF, points: 2 });
    await give(10);
    await give(3, 'event:1:wolf');
    expect((await give(3, 'event:1:wolf')).result.awarded).toBe(false);
    await take(5);
    await expect(take(11)).rejects.toMatchObject({ code: 'not-enough-points' });
    expect(await findMember(store.db, WOLF)).toMatchObject({ points: 10, totalPoints: 10 });

    const { entries } = await history(store.db, WOLF, { page: 1, pageSize: 10 });
    const first = entries.find((entry) => entry.pointsDelta === 10);
    const undone = await undoEntry(first?.entryId ?? '');
    expect(undone.result.taken).toEqual({ points: -10, lifetime: -10 });
    await expect(undoEntry(first?.entryId ?? '')).rejects.toMatchObject({ code: 'already-undone' });
    expect(await ledgerDifferences(store.db)).toEqual([]);
  });

  it('of an event are given to each once, in the weeks and months that are begun and those that are not', async () => {
    await store.clan.seed({ discordId: WOLF, points: 2 });
    await store.clan.seed({ discordId: person(2) });
    await store.clan.seed({ discordId: person(3) });
    await give(1);
    const giveForEvent = (eventId: string, numbers: readonly number[]) =>
      store.clan.change(async (tx) => {
        const members: Member[] = [];
        for (const number of numbers)
          members.push(...[await findMember(tx, person(number))].flatMap((m) => m ?? []));
        const event = { eventId, reason: 'Raid', members, amount: 4, newId: tx.newId };
        return awardForEvent(tx, { ...event, actorId: person(9), now: NOON, timeZone: 'UTC' });
      });
    expect((await giveForEvent('77', [2, 1])).result.map(({ member }) => member.points)).toEqual([7, 4]);
    const again = await giveForEvent('77', [1, 2, 3]);
    expect(again.result.map(({ member }) => member.discordId)).toEqual([person(3)]);
    expect((await giveForEvent('7', [1])).result).toHaveLength(1);
    expect(await findMember(store.db, WOLF)).toMatchObject({ points: 11, totalPoints: 11 });
    const standings = (
      await leaderboardPage(store.db, { period: 'week', page: 1, now: NOON, timeZone: 'UTC' })
    ).standings;
    expect(standings.map(({ points }) => points)).toEqual([9, 4, 4]);
    const weeks = { count: 4, now: NOON, timeZone: 'UTC' };
    expect((await weeklyPoints(store.db, undefined, weeks)).map(({ points }) => points)).toEqual([
      0, 0, 0, 17,
    ]);
    expect((await weeklyPoints(store.db, person(2), weeks)).at(-1)?.points).toBe(4);
    expect(await ledgerDifferences(store.db)).toEqual([]);
  });

  it('of members whose ledger does not add up are found', async () => {
    await store.clan.seed({ discordId: WOLF, points: 2, totalPoints: 3 });
    expect(await ledgerDifferences(store.db)).toEqual([]);
    await store.db.runMigrationStatement('UPDATE members SET points = 9');
    expect(await ledgerDifferences(store.db)).toMatchObject([{ points: 9, ledgerPoints: 2, ledgerTotal: 3 }]);
  });

  it('have a history by pages, newest first', async () => {
    await store.clan.seed({ discordId: WOLF });
    for (const amount of [1, 2, 3]) await give(amount);
    const page = await history(store.db, WOLF, { page: 2, pageSize: 2 });
    expect(page).toMatchObject({ page: 2, hasNext: false });
    expect(page.entries).toHaveLength(2);
    const t = await openHandlerTest({ clan: store.clan });
    expect(await t.suggest(suggestEntries)).toHaveLength(3);
  });
}
