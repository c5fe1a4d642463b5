import { expect, it } from 'vitest';
import { findMember } from '../../../shared/members/member.ts';
import { awardPoints, ledgerDifferences, removePoints, undo } from '../../../shared/points/ledger.ts';
import { applyRevert, countUndone, planRevert, type RevertScope } from '../../../shared/points/revert.ts';
import { findRevert, keepRevert, markApplied, purgeReverts } from '../../../shared/points/revert-store.ts';
import { NOON, person } from '../../support/clan.ts';
import type { Store } from './store.ts';

const [WOLF, BEAR, OFFICER, ADMIN] = [1, 2, 8, 9].map(person) as [string, string, string, string];

export function revertCases(store: Store): void {
  const scope: RevertScope = {
    officerId: OFFICER,
    memberId: null,
    since: NOON - 1000,
    until: NOON + 1000,
    withEvents: false,
  };
  const by = { actorId: ADMIN, now: NOON + 2000, timeZone: 'UTC' };

  it('are applied once: by entries of their own, judged by the net sum', async () => {
    await store.clan.seed({ discordId: WOLF, points: 1 });
    await store.clan.seed({ discordId: BEAR });
    const posting = { reason: null, actorId: OFFICER, now: NOON, timeZone: 'UTC' };
    await store.clan.change(async (tx) => {
      const give = (memberId: string, amount: number, kind: 'award' | 'event' = 'award') =>
        awardPoints(tx, { ...posting, entryId: tx.newId(), memberId, amount, kind });
      await give(WOLF, 6);
      await removePoints(tx, { ...posting, entryId: tx.newId(), memberId: WOLF, amount: 5 });
      await give(BEAR, 4);
      await give(BEAR, 2, 'event');
      const entryId = tx.newId();
      await awardPoints(tx, { ...posting, entryId, memberId: BEAR, amount: 3, kind: 'award' });
      await undo(tx, { entryId: tx.newId(), reverses: entryId, ...by });
    });
    expect((await planRevert(store.db, { ...scope, withEvents: true }, ADMIN)).entries).toBe(4);
    expect((await planRevert(store.db, { ...scope, memberId: BEAR }, ADMIN)).entries).toBe(1);
    expect((await planRevert(store.db, scope, BEAR)).own).toEqual({ entries: 1, points: 4 });
    expect(await countUndone(store.db, scope)).toBe(1);

    const plan = await planRevert(store.db, scope, ADMIN);
    expect(plan.members.map(({ wanted }) => wanted.points)).toEqual([-1, -4]);
    await store.clan.change((tx) => applyRevert(tx, plan, { ...by, newId: tx.newId }));
    expect((await findMember(store.db, WOLF))?.points).toBe(1);
    expect((await findMember(store.db, BEAR))?.points).toBe(2);
    expect((await planRevert(store.db, scope, ADMIN)).entries).toBe(0);
    expect(await countUndone(store.db, scope)).toBe(4);
    expect(await ledgerDifferences(store.db)).toEqual([]);
    const again = store.clan.change((tx) => applyRevert(tx, plan, { ...by, newId: tx.newId }));
    await expect(again).rejects.toMatchObject({ name: 'DatabaseError' });
  });

  it('are kept and marked as applied once', async () => {
    await keepRevert(store.db, { revertId: '77-1', scope, plannedBy: ADMIN });
    expect(await findRevert(store.db, '77-1')).toEqual({ scope, appliedAt: null });
    expect(await markApplied(store.db, '77-1', NOON)).toBe(true);
    expect(await markApplied(store.db, '77-1', NOON)).toBe(false);
    expect(await findRevert(store.db, '77-1')).toEqual({ scope, appliedAt: NOON });
    expect(await purgeReverts(store.db, scope.until + 7 * 86_400_000)).toBe(0);
    expect(await purgeReverts(store.db, scope.until + 7 * 86_400_000 + 1)).toBe(1);
  });
}
