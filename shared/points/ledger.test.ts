import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOON, openTestClan, person, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { fc } from '../../test/support/fuzz-seed.ts';
import { sql } from '../database/database.ts';
import { UserError } from '../errors/user-error.ts';
import { findMember } from '../members/member.ts';
import { changeRank } from '../ranks/change-rank.ts';
import { awardPoints, history, ledgerDifferences, removePoints, undo } from './ledger.ts';

const wolf = person(1);
const officer = person(9);
const clock = { now: NOON, timeZone: 'UTC' };

const LATE_POINTS = sql`UPDATE members SET points = points + 1 WHERE discord_id = :discord_id`;

let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
  await clan.seed({ discordId: wolf });
});
afterEach(() => clan.db.close());

function give(amount: number, more: { onceKey?: string; now?: number } = {}) {
  return clan.change(async (tx) => {
    const entryId = tx.newId();
    const posting = { entryId, memberId: wolf, amount, reason: null, actorId: officer, ...clock, ...more };
    return { entryId, ...(await awardPoints(tx, { ...posting, kind: 'award' })) };
  });
}
function take(amount: number) {
  return clan.change((tx) =>
    removePoints(tx, {
      entryId: tx.newId(),
      memberId: wolf,
      amount,
      reason: 'why',
      actorId: officer,
      ...clock,
    }),
  );
}
function reverse(reverses: string) {
  return clan.change((tx) => undo(tx, { entryId: tx.newId(), reverses, actorId: officer, ...clock }));
}
async function sums(): Promise<[number, number]> {
  const member = await findMember(clan.db, wolf);
  return [member?.points ?? -1, member?.totalPoints ?? -1];
}

describe('the ledger', () => {
  it('adds an award to the progress and to the lifetime points', async () => {
    const { result } = await give(5);
    expect(result.awarded).toBe(true);
    expect(result.member).toMatchObject({ points: 5, totalPoints: 5 });
    expect(await sums()).toEqual([5, 5]);
  });

  it('makes an award with the same once key once', async () => {
    await give(5, { onceKey: 'event:1:wolf' });
    const { result } = await give(5, { onceKey: 'event:1:wolf' });
    expect(result.awarded).toBe(false);
    expect(await sums()).toEqual([5, 5]);
  });

  it('refuses to take more than there is, and changes nothing', async () => {
    await give(5);
    await expect(take(6)).rejects.toMatchObject({ code: 'not-enough-points' });
    expect(await sums()).toEqual([5, 5]);
    await take(5);
    expect(await sums()).toEqual([0, 0]);
  });

  it('refuses to give points to somebody it does not know', async () => {
    const stranger = person(404);
    const change = clan.change((tx) =>
      awardPoints(tx, {
        entryId: tx.newId(),
        memberId: stranger,
        amount: 1,
        kind: 'award',
        reason: null,
        actorId: officer,
        ...clock,
      }),
    );
    await expect(change).rejects.toMatchObject({ code: 'no-member' });
    expect(await ledgerDifferences(clan.db)).toEqual([]);
  });

  it('reverses an entry at most once', async () => {
    const { result } = await give(5);
    const { result: undone } = await reverse(result.entryId);
    expect(undone).toMatchObject({ wanted: { points: -5 }, taken: { points: -5, lifetime: -5 } });
    await expect(reverse(result.entryId)).rejects.toMatchObject({ code: 'already-undone' });
    expect(await sums()).toEqual([0, 0]);
  });

  it('takes what is there when an undo would go below zero, and says so', async () => {
    const { result } = await give(5);
    await take(3);
    const { result: undone } = await reverse(result.entryId);
    expect(undone.wanted).toEqual({ points: -5, lifetime: -5 });
    expect(undone.taken).toEqual({ points: -2, lifetime: -2 });
    expect(await sums()).toEqual([0, 0]);
    expect(await ledgerDifferences(clan.db)).toEqual([]);
  });

  it('leaves the present progress alone where a promotion has reset what the entry gave', async () => {
    const { result } = await give(7);
    const member = await findMember(clan.db, wolf);
    if (member === undefined) throw new Error('no member');
    await clan.change((tx) =>
      changeRank(tx, {
        member,
        to: clan.rank('Enlist'),
        ranks: clan.ranks,
        cause: 'promote',
        actorId: officer,
        settings: TEST_SETTINGS,
        now: NOON,
        roblox: 'write',
      }),
    );
    const { result: undone } = await reverse(result.entryId);
    expect(undone.taken).toEqual({ points: 0, lifetime: -7 });
    expect(await sums()).toEqual([0, 0]);
    expect(await ledgerDifferences(clan.db)).toEqual([]);
  });

  it('can undo an undo, which gives back what it took', async () => {
    const { result } = await give(5);
    await reverse(result.entryId);
    const { entries } = await history(clan.db, wolf, { page: 1, pageSize: 5 });
    const undoEntry = entries.find((entry) => entry.kind === 'undo');
    await reverse(undoEntry?.entryId ?? '');
    expect(await sums()).toEqual([5, 5]);
  });

  it('does not undo what the import or a rank change wrote', async () => {
    const { entries } = await history(clan.db, wolf, { page: 1, pageSize: 5 });
    expect(entries[0]?.kind).toBe('opening');
    await expect(reverse(entries[0]?.entryId ?? '')).rejects.toMatchObject({ code: 'not-undoable' });
    await expect(reverse('nothing')).rejects.toMatchObject({ code: 'no-such-entry' });
  });

  it('starts an undo again when points came in between its reading and its writing', async () => {
    const { result } = await give(5);
    await take(3);
    let interfered = false;
    const { result: undone } = await clan.change((tx) =>
      undo(
        {
          ...tx,
          execute: async (statement, binds) => {
            if (!interfered && statement.startsWith('UPDATE members')) {
              interfered = true;
              await tx.execute(LATE_POINTS, { discord_id: wolf });
            }
            return tx.execute(statement, binds);
          },
        },
        { entryId: tx.newId(), reverses: result.entryId, actorId: officer, ...clock },
      ),
    );
    expect(interfered).toBe(true);
    expect(undone.taken).toEqual({ points: -2, lifetime: -2 });
    expect(await ledgerDifferences(clan.db)).toEqual([]);
  });

  it('shows a history newest first, page by page, with what was reversed', async () => {
    for (let day = 0; day < 5; day += 1) await give(1, { now: NOON + day * 86_400_000 });
    const first = await history(clan.db, wolf, { page: 1, pageSize: 4 });
    const second = await history(clan.db, wolf, { page: 2, pageSize: 4 });
    expect(first.entries.map((entry) => entry.createdAt)).toEqual(
      [4, 3, 2, 1].map((day) => NOON + day * 86_400_000),
    );
    expect([first.hasNext, second.hasNext]).toEqual([true, false]);
    expect(second.entries).toHaveLength(2);
    await reverse(first.entries[0]?.entryId ?? '');
    const [newest] = (await history(clan.db, wolf, { page: 1, pageSize: 4 })).entries.filter(
      (entry) => entry.entryId === first.entries[0]?.entryId,
    );
    expect(newest?.reversedBy).not.toBeNull();
  });

  it('equals the members’ sums after any run of changes, and no sum goes below zero', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('give' as const), amount: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ do: fc.constant('take' as const), amount: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ do: fc.constant('undo' as const), amount: fc.nat({ max: 30 }) }),
      fc.record({ do: fc.constant('rank' as const), amount: fc.nat({ max: 5 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        for (const { do: action, amount } of steps) {
          try {
            if (action === 'give') await give(amount);
            else if (action === 'take') await take(amount);
            else if (action === 'undo') {
              const { entries } = await history(clan.db, wolf, { page: 1, pageSize: 31 });
              await reverse(entries[amount]?.entryId ?? 'none');
            } else await moveTo(amount);
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
          }
          const [points, total] = await sums();
          expect(points).toBeGreaterThanOrEqual(0);
          expect(total).toBeGreaterThanOrEqual(points);
        }
        expect(await ledgerDifferences(clan.db)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

async function moveTo(index: number): Promise<void> {
  const member = await findMember(clan.db, wolf);
  const to = clan.ranks[index];
  if (member === undefined || to === undefined || to.id === member.rankId) return;
  const change = { member, to, ranks: clan.ranks, cause: 'set-rank', actorId: officer } as const;
  await clan.change((tx) =>
    changeRank(tx, { ...change, settings: TEST_SETTINGS, now: NOON, roblox: 'write' }),
  );
}
