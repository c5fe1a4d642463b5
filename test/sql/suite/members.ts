import { expect, it } from 'vitest';
import { addToBlacklist, isHeldByBlacklisted } from '../../../shared/blacklist/blacklist.ts';
import {
  findChallenge,
  openChallenge,
  purgeChallenges,
  useChallenge,
} from '../../../shared/members/link-challenge.ts';
import {
  findMember,
  findMemberByRobloxUser,
  findMembersById,
  findMembersByName,
  findMembersByRobloxUser,
  recordSync,
  recordSyncs,
} from '../../../shared/members/member.ts';
import { leaderboardPage } from '../../../shared/points/leaderboard.ts';
import { awardPoints } from '../../../shared/points/ledger.ts';
import { placeOf } from '../../../shared/points/place.ts';
import { linkMember } from '../../../shared/ranks/link-member.ts';
import { GROUP_ROLES, NOON, person, TEST_SETTINGS } from '../../support/clan.ts';
import type { Store } from './store.ts';

const WOLF = person(1);
const FOX = person(2);

export function memberCases(store: Store): void {
  const link = (discordId: string, userId: string, name: string, roleIds: readonly string[], now = NOON) =>
    store.clan.change((tx) =>
      linkMember(tx, {
        discordId,
        roblox: { userId, name },
        roleIds,
        groupRoles: GROUP_ROLES,
        ranks: store.clan.ranks,
        settings: TEST_SETTINGS,
        now,
      }),
    );

  it('are linked with the rank of their account, and keep points when they link another', async () => {
    await link(WOLF, '501', 'WolfÜber', ['90002', '90030']);
    await store.clan.change((tx) =>
      awardPoints(tx, {
        entryId: tx.newId(),
        memberId: WOLF,
        amount: 7,
        kind: 'award',
        reason: null,
        actorId: FOX,
        now: NOON,
        timeZone: 'UTC',
      }),
    );
    await link(WOLF, '501', 'WolfÜber', ['90002']);
    await link(WOLF, '502', 'Grey', ['90045'], NOON + 1);
    expect(await findMember(store.db, WOLF)).toMatchObject({
      robloxUserId: '502',
      robloxName: 'Grey',
      rankId: store.clan.rank('Soldier').id,
      totalPoints: 7,
      robloxRoleIds: ['90045'],
      linkedAt: NOON + 1,
    });
    expect(await findMemberByRobloxUser(store.db, '502')).toMatchObject({ discordId: WOLF });
    expect(await findMemberByRobloxUser(store.db, '501')).toBeUndefined();
    const holders = await findMembersByRobloxUser(store.db, ['501', '502']);
    expect([...holders].map(([account, { discordId }]) => [account, discordId])).toEqual([['502', WOLF]]);
  });

  it('cannot take an account that somebody has, or that a blacklisted person held', async () => {
    await link(WOLF, '501', 'Wolf', []);
    await expect(link(FOX, '501', 'Wolf', [])).rejects.toMatchObject({ code: 'account-taken' });
    await link(WOLF, '502', 'Grey', []);
    await store.db.transaction((tx) =>
      addToBlacklist(tx, { discordId: WOLF, reason: 'why', expiresAt: null, actorId: FOX, now: NOON }),
    );
    await expect(link(FOX, '501', 'Wolf', [])).rejects.toMatchObject({ code: 'account-blacklisted' });
    expect(await isHeldByBlacklisted(store.db, { robloxUserId: '777', discordId: FOX }, NOON)).toBe(false);
  });

  it('are found by name whatever its case, many at once', async () => {
    await store.clan.seed({ discordId: WOLF, robloxName: 'WolfieOne' });
    await store.clan.seed({ discordId: FOX, robloxName: 'ÄRGER' });
    const names = [...Array.from({ length: 25 }, (_, index) => `nobody${index}`), 'wolfieONE', 'ärger'];
    const found = await findMembersByName(store.db, names);
    expect([...found.values()].map((member) => member.discordId).sort()).toEqual([WOLF, FOX]);
  });

  it('are found many at once, by id, account or name', async () => {
    await store.clan.seed({ discordId: WOLF, robloxUserId: '501', robloxName: 'Grey' });
    const others = (count: number) => Array.from({ length: count }, (_, index) => String(1000 + index));
    for (const count of [0, 30, 400]) {
      const found = [
        await findMembersById(store.db, [...others(count), WOLF]),
        await findMembersByRobloxUser(store.db, [...others(count), '501']),
        await findMembersByName(store.db, [...others(count), 'grey']),
      ];
      expect(found.map((members) => [...members.values()].map((one) => one.discordId))).toEqual(
        Array(3).fill([WOLF]),
      );
    }
  });

  it('keep what Roblox said, and lose a refused rank when their roles change', async () => {
    await store.clan.seed({ discordId: WOLF, robloxUserId: '501', robloxRoleIds: ['90001'] });
    const record = { discordId: WOLF, robloxUserId: '501', robloxName: undefined, now: NOON };
    await recordSync(store.db, { ...record, robloxRoleIds: ['90001'] });
    await recordSyncs(store.db, [{ ...record, robloxName: 'Renamed', robloxRoleIds: [], now: NOON + 1 }]);
    expect(await findMember(store.db, WOLF)).toMatchObject({
      robloxName: 'Renamed',
      robloxRoleIds: [],
      syncedAt: NOON + 1,
    });
  });

  it('prove an account by a code, once', async () => {
    const challenge = {
      challengeId: '1-1',
      discordId: WOLF,
      robloxUserId: '501',
      robloxName: 'Wolf',
      code: 'red-fox',
    };
    await openChallenge(store.db, { ...challenge, now: NOON });
    await openChallenge(store.db, { ...challenge, challengeId: '1-2', now: NOON });
    expect(await findChallenge(store.db, '1-1')).toBeUndefined();
    const use = { challengeId: '1-2', discordId: WOLF, now: NOON + 1 };
    expect(await useChallenge(store.db, { ...use, discordId: FOX })).toBe(false);
    // Its 15 minutes cannot begin in the future: the clock was set back.
    expect(await useChallenge(store.db, { ...use, now: NOON - 86_400_000 })).toBe(false);
    expect(await useChallenge(store.db, use)).toBe(true);
    expect(await useChallenge(store.db, use)).toBe(false);
    expect(await findChallenge(store.db, '1-2')).toMatchObject({ usedAt: NOON + 1, code: 'red-fox' });
    expect(await purgeChallenges(store.db, NOON + 86_400_000)).toBe(0);
    expect(await purgeChallenges(store.db, NOON + 2 * 86_400_000)).toBe(1);
  });

  it('stand on the leaderboard by lifetime points, then by who came first', async () => {
    for (const [number, points] of [9, 5, 9, 1].entries()) {
      await store.clan.seed({ discordId: person(number), points, joinedAt: NOON - number });
    }
    const clock = { now: NOON, timeZone: 'UTC' };
    const all = await leaderboardPage(store.db, { period: 'all', page: 1, ...clock });
    expect(all.standings.map(({ place, discordId }) => [place, discordId])).toEqual([
      [1, person(2)],
      [1, person(0)],
      [3, person(1)],
      [4, person(3)],
    ]);
    expect(await placeOf(store.db, { totalPoints: 5 })).toEqual({ place: 3, exact: true });
    const posting = { amount: 2, kind: 'award', reason: null, actorId: null, ...clock } as const;
    await store.clan.change((tx) =>
      awardPoints(tx, { ...posting, entryId: tx.newId(), memberId: person(3) }),
    );
    const week = await leaderboardPage(store.db, { period: 'week', page: 9, ...clock });
    expect(week).toMatchObject({ page: 1, standings: [{ place: 1, discordId: person(3), points: 2 }] });
    const caller = { discordId: person(3), totalPoints: 3 };
    const month = await leaderboardPage(store.db, { period: 'month', page: 1, caller, ...clock });
    expect(month.own).toEqual({ points: 2, place: 1, exact: true });
    const ever = await leaderboardPage(store.db, { period: 'all', page: 2, caller, ...clock });
    expect(ever.own).toEqual({ points: 3, place: 4, exact: true });
  });
}
