import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  GROUP_ROLES,
  leaveDueEffect,
  NOON,
  openTestClan,
  person,
  TEST_SETTINGS,
  type TestClan,
} from '../../test/support/clan.ts';
import { type LinkedMember, requireLinked } from '../members/member.ts';
import { type Apply, applySync } from './apply-sync.ts';
import { changeRank } from './change-rank.ts';
import { findRankChange, holdRefusedRank } from './rank-change.ts';
import type { RobloxPlace } from './roblox-place.ts';

const wolf = person(1);
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
  await clan.seed({ discordId: wolf, rank: 'Enlist', points: 10, robloxRoleIds: ['90002'] });
});
afterEach(() => clan.db.close());

const member = (): Promise<LinkedMember> => requireLinked(clan.db, wolf, 'they');
type Facts = Apply['facts'];
async function factsOf(roblox: RobloxPlace): Promise<Facts> {
  return { member: await member(), ranks: clan.ranks, roblox, discord: { kind: 'unread' } };
}
const reading = (...roleIds: string[]): Promise<Facts> =>
  factsOf({ kind: 'read', robloxName: 'NewName', groupRoles: GROUP_ROLES, roleIds });
async function apply(facts: Facts) {
  const rest = { settings: TEST_SETTINGS, actorId: null, now: NOON };
  return (await clan.change((tx) => applySync(tx, { facts, ...rest }))).result;
}
/** Everything that the plan found and did, in words. */
async function said(facts: Facts): Promise<readonly string[]> {
  const { plan } = await apply(facts);
  return [...plan.differences, ...plan.steps].map(({ kind }) => kind);
}
async function promoteTo(name: string) {
  const change = { member: await member(), to: clan.rank(name), ranks: clan.ranks, actorId: null } as const;
  const rest = { settings: TEST_SETTINGS, now: NOON, cause: 'promote', roblox: 'write' } as const;
  return (await clan.change((tx) => changeRank(tx, { ...change, ...rest }))).result;
}

describe('syncing one member', () => {
  it('moves the member to the rank of their role and keeps what was read', async () => {
    const { moved } = await apply(await reading('90045', '90030'));
    expect(moved).toMatchObject({ to: { name: 'Soldier' }, change: { resetPoints: 10 } });
    expect(await member()).toMatchObject({
      rankId: clan.rank('Soldier').id,
      robloxName: 'NewName',
      robloxRoleIds: ['90045'],
      syncedAt: NOON,
    });
  });

  it('changes no rank for a member in sync, without a mapped role, or out of the group', async () => {
    await apply(await reading('90002'));
    expect(await said(await reading('90002'))).toEqual([]);
    expect(await said(await reading('90030'))).toEqual(['unmapped']);
    const left = { kind: 'left-group', robloxName: 'NewName' } as const;
    expect(await said(await factsOf(left))).toEqual(['left-group']);
    expect(await said(await factsOf({ kind: 'account-gone' }))).toEqual(['account-gone']);
    expect(await member()).toMatchObject({ rankId: clan.rank('Enlist').id, points: 10 });
  });

  it('names a member anew who was renamed on Roblox or moved, once, and nobody else', async () => {
    const settings = { ...TEST_SETTINGS, nickname: '{rank} {roblox_name}' };
    const named = async (facts: Facts) => {
      const rest = { settings, actorId: null, now: NOON };
      const { effects } = await clan.change((tx) => applySync(tx, { facts, ...rest }));
      return effects.filter(({ kind }) => kind === 'nickname').length;
    };
    expect(await named(await reading('90002'))).toBe(1);
    expect(await named(await reading('90002'))).toBe(0);
    expect(await named(await reading('90045'))).toBe(1);
  });

  it('lets a change that is still on its way to Roblox go first', async () => {
    await leaveDueEffect(clan.db, `roblox:${wolf}`);
    expect(await said(await reading('90045'))).toContain('wait');
    expect((await member()).rankId).toBe(clan.rank('Enlist').id);
  });

  it('does not take back a promotion that was made after Roblox was read', async () => {
    const stale = await reading('90002');
    await promoteTo('Soldier');
    expect(await said(stale)).toEqual(['changed-meanwhile']);
    expect((await member()).rankId).toBe(clan.rank('Soldier').id);
  });

  it('leaves a refused promotion alone until the roles on Roblox change', async () => {
    const { changeId } = await promoteTo('Soldier');
    const change = await findRankChange(clan.db, changeId);
    if (change === undefined) throw new Error('no change');
    await holdRefusedRank(clan.db, change);
    expect(await said(await reading('90002'))).toContain('hold');
    expect(await said(await reading('90002', '90030'))).toContain('hold');
    expect((await apply(await reading('90121'))).moved).toBeDefined();
    expect(await member()).toMatchObject({ rankId: clan.rank('Captain').id, refusedChangeId: null });
  });
});
