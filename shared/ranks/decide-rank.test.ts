import { describe, expect, it } from 'vitest';
import { GROUP_ROLES } from '../../test/support/clan.ts';
import { decideRank, rankRoleIds } from './decide-rank.ts';
import { groupRoleOf, groupRolesOf } from './group-roles.ts';
import { dueRank, nextPointRank, nextRank, previousRank, type Rank } from './rank.ts';

function rank(
  order: number,
  name: string,
  robloxRank: string,
  pointsRequired: number,
  adminOnly = false,
): Rank {
  const rest = { category: null, tag: null, discordRoleId: null, roleSource: null } as const;
  return { id: `r${order}`, order, name, robloxRank, pointsRequired, adminOnly, ...rest };
}
const pending = rank(1, 'Pending', '1', 0);
const enlist = rank(2, 'Enlist', '2', 5);
const soldier = rank(3, 'Soldier', '45', 20);
const veteran = rank(4, 'Veteran', '118', 0, true);
const queen = rank(5, 'Queen', '118', 0, true);
const captain = rank(6, 'Captain', '90121', 60);
const ranks = [pending, enlist, soldier, veteran, queen, captain];

function decide(current: Rank | undefined, ...roleIds: string[]) {
  return decideRank({ ranks, groupRoles: GROUP_ROLES, current, roleIds });
}

describe('the rank that roles on Roblox call for', () => {
  it('stays while a role of the current rank is held, whatever else is held', () => {
    expect(decide(enlist, '90002')).toEqual({ kind: 'stays', rank: enlist });
    expect(decide(enlist, '90002', '90121')).toEqual({ kind: 'stays', rank: enlist });
  });

  it('stays at either of two ranks that share one role', () => {
    expect(decide(veteran, '90118')).toEqual({ kind: 'stays', rank: veteran });
    expect(decide(queen, '90118')).toEqual({ kind: 'stays', rank: queen });
  });

  it('is the highest mapped one when the current rank’s role is gone, and of equals the lowest', () => {
    expect(decide(enlist, '90001', '90045')).toEqual({ kind: 'moves', rank: soldier });
    expect(decide(enlist, '90118', '90045')).toEqual({ kind: 'moves', rank: veteran });
    expect(decide(queen, '90001')).toEqual({ kind: 'moves', rank: pending });
  });

  it('is not kept at the lowest one by the base role, which everybody holds beside the others', () => {
    expect(decide(pending, '90001', '90045')).toEqual({ kind: 'moves', rank: soldier });
    expect(decide(pending, '90001', '90030')).toEqual({ kind: 'stays', rank: pending });
    expect(decide(soldier, '90001', '90002')).toEqual({ kind: 'moves', rank: enlist });
    expect(decide(undefined, '90001', '90002')).toEqual({ kind: 'moves', rank: enlist });
  });

  it('is not kept there either by a base role that Roblox added beside the clan’s own of the same rank', () => {
    const added = { id: '99001', name: 'Base Member', rank: 1, memberCount: 9 };
    const roles = { ranks, groupRoles: [added, ...GROUP_ROLES] };
    const soldiers = decideRank({ ...roles, current: pending, roleIds: ['99001', '90045'] });
    expect(soldiers).toEqual({ kind: 'moves', rank: soldier });
    expect(groupRoleOf(pending, roles.groupRoles)?.id).toBe('90001');
  });

  it.each(['89999', '99001'])('is not had by who holds the base role alone, whatever its id (%s)', (id) => {
    const base = { id, name: 'Base Member', rank: 1, memberCount: 9 };
    const groupRoles = [...GROUP_ROLES, base].sort((a, b) => a.id.localeCompare(b.id));
    const of = (...roleIds: string[]) => decideRank({ ranks, groupRoles, current: pending, roleIds });
    expect(of(id)).toEqual({ kind: 'unmapped' });
    expect(of(id, '90001')).toEqual({ kind: 'stays', rank: pending });
    expect(of(id, '90001', '90045')).toEqual({ kind: 'stays', rank: pending });
    expect(rankRoleIds(ranks, groupRoles, [id, '90001'])).toEqual(['90001']);
  });

  it('knows the base role by Roblox’s mark before its members, and by the rank’s name where both say nothing', () => {
    const named = { id: '5', name: 'Pending', rank: 1, memberCount: 9 };
    const other = { id: '4', name: 'Member', rank: 1, memberCount: 4 };
    expect(groupRolesOf(pending, [named, { ...other, isBase: true }])).toEqual([named]);
    expect(groupRolesOf(pending, [{ ...other, memberCount: 9 }, named])).toEqual([named]);
    const unknown = [other, named].map((role) => ({ ...role, memberCount: undefined }));
    expect(groupRolesOf(pending, unknown).map((role) => role.id)).toEqual(['5']);
  });

  it('is never Guest, whom nobody can be made', () => {
    const guest = { id: '1', name: 'Guest', rank: 0, memberCount: undefined };
    expect(groupRolesOf(rank(1, 'Guest', '0', 0), [guest, ...GROUP_ROLES])).toEqual([]);
    expect(groupRolesOf(rank(1, 'Guest', '1', 0), [guest, ...GROUP_ROLES])).toHaveLength(1);
  });

  it('is found by role id as well as by rank number', () => {
    expect(decide(soldier, '90121')).toEqual({ kind: 'moves', rank: captain });
    expect(groupRoleOf(captain, GROUP_ROLES)?.name).toBe('Captain');
    expect(groupRoleOf(rank(9, 'x', '255', 0), GROUP_ROLES)).toBeUndefined();
  });

  it('is none when no role belongs to a rank', () => {
    expect(decide(soldier, '90030')).toEqual({ kind: 'unmapped' });
    expect(decide(undefined)).toEqual({ kind: 'unmapped' });
    expect(rankRoleIds(ranks, GROUP_ROLES, ['90030', '90045'])).toEqual(['90045']);
  });
});

describe('the next rank', () => {
  it('includes admin-only ranks, the next by points passes over them', () => {
    expect(nextRank(ranks, soldier)).toBe(veteran);
    expect(nextPointRank(ranks, soldier)).toBe(captain);
    expect(nextRank(ranks, captain)).toBeUndefined();
    expect(previousRank(ranks, pending)).toBeUndefined();
    expect(previousRank(ranks, captain)).toBe(queen);
  });

  it('is due from exactly its points on', () => {
    expect(dueRank(ranks, { rankId: enlist.id, points: 19 })).toBeUndefined();
    expect(dueRank(ranks, { rankId: enlist.id, points: 20 })).toBe(soldier);
    expect(dueRank(ranks, { rankId: enlist.id, points: 999 })).toBe(soldier);
  });

  it('is never due for somebody on an admin-only rank, nor at the top', () => {
    expect(dueRank(ranks, { rankId: queen.id, points: 999 })).toBeUndefined();
    expect(dueRank(ranks, { rankId: captain.id, points: 999 })).toBeUndefined();
  });
});
