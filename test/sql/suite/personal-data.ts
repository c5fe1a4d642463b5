import { expect, it } from 'vitest';
import { eraseMember } from '../../../functions/my-data/erase-member.ts';
import { readPersonalData } from '../../../functions/my-data/read-personal-data.ts';
import { findMember } from '../../../shared/members/member.ts';
import { awardPoints } from '../../../shared/points/ledger.ts';
import { NOON, person, TEST_SETTINGS } from '../../support/clan.ts';
import type { Store } from './store.ts';

const WOLF = person(1);

export function personalDataCases(store: Store): void {
  it('is all there in an export, and gone after an erasure but for the sums', async () => {
    await store.clan.seed({ discordId: WOLF, points: 4 });
    const posting = {
      memberId: WOLF,
      amount: 3,
      kind: 'award',
      reason: 'why',
      actorId: WOLF,
      now: NOON,
    } as const;
    await store.clan.change((tx) => awardPoints(tx, { ...posting, entryId: tx.newId(), timeZone: 'UTC' }));
    const before = await readPersonalData(store.db, WOLF);
    expect(before.sections).toMatchObject({
      member: [{ points: 7 }],
      points: [{ points_delta: 3 }, { points_delta: 4 }],
    });
    const erased = await store.clan.change((tx) =>
      eraseMember(tx, { discordId: WOLF, settings: TEST_SETTINGS, now: NOON }),
    );
    expect(erased.result).toEqual({ member: true, entries: 2, blacklisted: false });
    expect(await findMember(store.db, WOLF)).toBeUndefined();
    const after = await readPersonalData(store.db, WOLF);
    expect(Object.values(after.sections).flat()).toEqual([]);
  });
}
