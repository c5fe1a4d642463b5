import { expect, it } from 'vitest';
import { findMember } from '../../../shared/members/member.ts';
import { compareNames } from '../../../shared/sync/compare-names.ts';
import {
  countLinkedMembers,
  linkedAccountsAfter,
  linkedMembersAfter,
} from '../../../shared/sync/linked-members.ts';
import { emptyReport } from '../../../shared/sync/sync-report.ts';
import {
  forgetSeen,
  loadSeen,
  loadSyncState,
  saveSeen,
  saveSyncState,
} from '../../../shared/sync/sync-state.ts';
import { NOON, person } from '../../support/clan.ts';
import { openTestWorld } from '../../support/world.ts';
import type { Store } from './store.ts';

export function syncCases(store: Store): void {
  it('goes through the linked members by id', async () => {
    for (const number of [3, 1, 2]) await store.clan.seed({ discordId: person(number) });
    await store.clan.seed({ discordId: person(4), robloxUserId: null });
    expect(await countLinkedMembers(store.db)).toBe(3);
    const page = await linkedMembersAfter(store.db, person(1), 5);
    expect(page.map((member) => member.discordId)).toEqual([person(2), person(3)]);
    expect(await linkedMembersAfter(store.db, undefined, 1)).toHaveLength(1);
    const accounts = await linkedAccountsAfter(store.db, person(2), 5);
    expect(accounts.map((one) => one.discordId)).toEqual([person(3)]);
  });

  it('follows the names that members have on Roblox', async () => {
    const world = await openTestWorld({ clan: store.clan });
    await world.clan.seed({ discordId: person(1), robloxUserId: '501', robloxName: 'Wolf' });
    world.group.put('501', { name: 'Grey' });
    const call = <T>(work: () => Promise<T>) => work();
    await compareNames(world.clanContext, { after: undefined, maxCalls: 5, locale: 'en', call });
    expect(await findMember(store.db, person(1))).toMatchObject({ robloxName: 'Grey' });
  });

  it('remembers where it stopped', async () => {
    const fresh = await loadSyncState(store.db);
    await saveSyncState(store.db, { ...fresh, namesAfter: person(1) }, NOON);
    await saveSyncState(store.db, { ...fresh, namesAfter: person(2) }, NOON + 1);
    expect(await loadSyncState(store.db)).toEqual({ ...fresh, namesAfter: person(2) });
  });

  it('remembers whom a round has compared, until it is over', async () => {
    const cursor = { page: 'next', listed: false, after: null, report: emptyReport() };
    const state = { ...(await loadSyncState(store.db)), cursor };
    await saveSyncState(store.db, state, NOON);
    await saveSeen(store.db, ['501', '502'], { checked: 2, now: NOON });
    await saveSeen(store.db, ['10000000503'], { checked: 3, now: NOON });
    const seen = await loadSeen(store.db, await loadSyncState(store.db));
    expect(['501', '502', '10000000503', '504'].map((id) => seen.has(id))).toEqual([true, true, true, false]);
    await forgetSeen(store.db);
    expect((await loadSeen(store.db, state)).has('501')).toBe(false);
    expect((await loadSyncState(store.db)).cursor).toEqual(cursor);
  });
}
