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
import { changeRank } from './change-rank.ts';
import { findRankChange, holdRefusedRank } from './rank-change.ts';
import { applyDecision, type RobloxReading, readingOf } from './sync-member.ts';

const wolf = person(1);
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
  await clan.seed({ discordId: wolf, rank: 'Enlist', points: 10, robloxRoleIds: ['90002'] });
});
afterEach(() => clan.db.close());

const member = (): Promise<LinkedMember> => requireLinked(clan.db, wolf, 'they');
async function reading(...roleIds: string[]): Promise<RobloxReading> {
  const read = { ranks: clan.ranks, groupRoles: GROUP_ROLES, roleIds, robloxName: 'NewName' };
  return readingOf({ ...read, member: await member() });
}
async function apply(read: RobloxReading) {
  const rest = { ranks: clan.ranks, settings: TEST_SETTINGS, actorId: null, now: NOON };
  return (await clan.change((tx) => applyDecision(tx, { reading: read, ...rest }))).result;
}
async function promoteTo(name: string) {
  const change = { member: await member(), to: clan.rank(name), ranks: clan.ranks, actorId: null } as const;
  const rest = { settings: TEST_SETTINGS, now: NOON, cause: 'promote', roblox: 'write' } as const;
  return (await clan.change((tx) => changeRank(tx, { ...change, ...rest }))).result;
}

describe('syncing one member', () => {
  it('moves the member to the rank of their role and keeps what was read', async () => {
    const outcome = await apply(await reading('90045', '90030'));
    expect(outcome).toMatchObject({ kind: 'moved', to: { name: 'Soldier' }, change: { resetPoints: 10 } });
    expect(await member()).toMatchObject({
      rankId: clan.rank('Soldier').id,
      robloxName: 'NewName',
      robloxRoleIds: ['90045'],
      syncedAt: NOON,
    });
  });

  it('changes no rank for a member in sync, without a mapped role, or out of the group', async () => {
    expect((await apply(await reading('90002'))).kind).toBe('in-sync');
    expect((await apply(await reading('90030'))).kind).toBe('unmapped');
    expect((await apply({ kind: 'left-group', member: await member(), robloxName: 'X' })).kind).toBe(
      'left-group',
    );
    expect((await apply({ kind: 'account-gone', member: await member() })).kind).toBe('account-gone');
    expect(await member()).toMatchObject({ rankId: clan.rank('Enlist').id, points: 10 });
  });

  it('lets a change that is still on its way to Roblox go first', async () => {
    await leaveDueEffect(clan.db, `roblox:${wolf}`);
    expect((await apply(await reading('90045'))).kind).toBe('roblox-pending');
    expect((await member()).rankId).toBe(clan.rank('Enlist').id);
  });

  it('does not take back a promotion that was made after Roblox was read', async () => {
    const stale = await reading('90002');
    await promoteTo('Soldier');
    expect((await apply(stale)).kind).toBe('changed-meanwhile');
    expect((await member()).rankId).toBe(clan.rank('Soldier').id);
  });

  it('leaves a refused promotion alone until the roles on Roblox change', async () => {
    const { changeId } = await promoteTo('Soldier');
    const change = await findRankChange(clan.db, changeId);
    if (change === undefined) throw new Error('no change');
    await holdRefusedRank(clan.db, change);
    expect((await apply(await reading('90002'))).kind).toBe('held');
    expect((await apply(await reading('90002', '90030'))).kind).toBe('held');
    expect((await apply(await reading('90121'))).kind).toBe('moved');
    expect(await member()).toMatchObject({ rankId: clan.rank('Captain').id, refusedChangeId: null });
  });
});
