import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestClan, person, type TestClan } from '../../test/support/clan.ts';
import type { RankRow } from '../clans/ranks-file.ts';
import { sql } from '../database/database.ts';
import { planRanks, type RanksPlan } from './plan-ranks.ts';
import { listRanks, type Rank } from './rank.ts';
import { applyRanksPlan, membersPerRank, RankHeldError, setRankRole } from './store-ranks.ts';

const FOUND = sql`
UPDATE ranks SET discord_role_id = :discord_role_id, role_source = 'found' WHERE rank_id = :rank_id`;
const ROLE = '1100000000000000077';
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

function rows(ranks: readonly Rank[]): RankRow[] {
  return ranks.map((rank) => ({
    rank_order: rank.order,
    rank_name: rank.name,
    points_required: rank.pointsRequired,
    roblox_group_rank_id: rank.robloxRank,
    admin_only: rank.adminOnly,
  }));
}
async function plan(wanted: readonly RankRow[], overwrite = false): Promise<RanksPlan> {
  return planRanks(await listRanks(clan.db), wanted, { members: await membersPerRank(clan.db), overwrite });
}
const apply = (plan: RanksPlan) => clan.change((tx) => applyRanksPlan(tx, plan, tx.newId));
const names = async () => (await listRanks(clan.db)).map((rank) => rank.name);

describe('a list of ranks', () => {
  it('that is the same changes nothing', async () => {
    const same = await plan(rows(clan.ranks));
    expect(same).toMatchObject({ added: [], changed: [], dropped: [], held: [] });
    expect(same.unchanged).toHaveLength(6);
  });

  it('can turn the whole order around, and every rank keeps its id', async () => {
    const turned = rows(clan.ranks).map((row) => ({ ...row, rank_order: 7 - row.rank_order }));
    await apply(await plan(turned));
    const after = await listRanks(clan.db);
    expect(after.map((rank) => rank.name)).toEqual([
      'Captain',
      'Queen',
      'Veteran',
      'Soldier',
      'Enlist',
      'Pending',
    ]);
    for (const rank of after) expect(rank.id).toBe(clan.rank(rank.name).id);
  });

  it('renames a rank at its order, adds new ones and drops what nobody holds', async () => {
    await clan.seed({ discordId: person(1), rank: 'Enlist' });
    const wanted = rows(clan.ranks)
      .filter((row) => row.rank_name !== 'Queen')
      .map((row) => (row.rank_name === 'Enlist' ? { ...row, rank_name: 'Recruit' } : row));
    const top = { rank_order: 9, rank_name: 'Leader', points_required: 0, roblox_group_rank_id: '255' };
    await apply(await plan([...wanted, { ...top, admin_only: true }]));
    expect(await names()).toEqual(['Pending', 'Recruit', 'Soldier', 'Veteran', 'Captain', 'Leader']);
    const [, recruit] = await listRanks(clan.db);
    expect(recruit?.id).toBe(clan.rank('Enlist').id);
  });

  it('never drops a rank that members hold, even when they came by it after the plan was made', async () => {
    const without = rows(clan.ranks).filter((row) => row.rank_name !== 'Soldier');
    const early = await plan(without);
    expect(early.dropped.map((rank) => rank.name)).toEqual(['Soldier']);
    await clan.seed({ discordId: person(1), rank: 'Soldier' });
    await expect(apply(early)).rejects.toBeInstanceOf(RankHeldError);
    const late = await plan(without);
    expect(late.held).toMatchObject([{ rank: { name: 'Soldier' }, members: 1 }]);
    await expect(apply(late)).rejects.toThrow('Soldier');
    expect(await names()).toContain('Soldier');
  });

  it('keeps a Discord role that a command chose, unless it is told to overwrite', async () => {
    await setRankRole(clan.db, clan.rank('Enlist').id, ROLE);
    const kept = await plan(rows(clan.ranks));
    expect(kept.kept).toEqual([
      { kind: 'field', rank: 'Enlist', field: 'discord_role_id', here: ROLE, inFile: null },
    ]);
    expect(kept.changed).toEqual([]);
    await apply(await plan(rows(clan.ranks), true));
    expect((await listRanks(clan.db))[1]).toMatchObject({ discordRoleId: null, roleSource: null });
  });

  it('keeps a Discord role that the bot found until the list names another', async () => {
    await clan.db.execute(FOUND, { rank_id: clan.rank('Enlist').id, discord_role_id: ROLE });
    expect((await plan(rows(clan.ranks))).changed).toEqual([]);
    const named = rows(clan.ranks).map((row) => ({ ...row, discord_role_id: '1100000000000000079' }));
    await apply(await plan(named));
    expect((await listRanks(clan.db))[1]).toMatchObject({
      discordRoleId: '1100000000000000079',
      roleSource: 'file',
    });
  });
});
