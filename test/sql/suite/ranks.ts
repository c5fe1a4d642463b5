import { expect, it } from 'vitest';
import { PROPOSED_RANKS } from '../../../functions/ranks/proposal-store.ts';
import { openEffects, rankHistory } from '../../../functions/why/read-history.ts';
import { RankRow } from '../../../shared/clans/ranks-file.ts';
import { findMember, findMembersById } from '../../../shared/members/member.ts';
import { ledgerDifferences } from '../../../shared/points/ledger.ts';
import { changeRank } from '../../../shared/ranks/change-rank.ts';
import { loadCommandRanks, storeCommandRanks } from '../../../shared/ranks/command-ranks.ts';
import { compensateChange } from '../../../shared/ranks/compensate-change.ts';
import { findMemberToSync, hasOpenRobloxEffect } from '../../../shared/ranks/open-roblox-effect.ts';
import { planRanks } from '../../../shared/ranks/plan-ranks.ts';
import {
  decideCard,
  findCard,
  offerPromotion,
  offerPromotions,
} from '../../../shared/ranks/promotion-cards.ts';
import { listRanks } from '../../../shared/ranks/rank.ts';
import {
  changeAmong,
  endRobloxChange,
  findMemberWithChanges,
  findRankChange,
  holdRefusedRank,
  type RankChange,
  rankChangesOf,
} from '../../../shared/ranks/rank-change.ts';
import { type CommandRanks, fieldsOf, NO_COMMAND_RANKS } from '../../../shared/ranks/rank-fields.ts';
import { ranksLeftOnDiscord, ranksLeftOnRoblox } from '../../../shared/ranks/ranks-left.ts';
import { applyRanksPlan, membersPerRank, setRankRole } from '../../../shared/ranks/store-ranks.ts';
import { forgetChangedSettings } from '../../../shared/settings/settings-store.ts';
import { leaveDueEffect, NOON, person, TEST_SETTINGS } from '../../support/clan.ts';
import type { Store } from './store.ts';

const WOLF = person(1);

export function rankCases(store: Store): void {
  async function move(to: string) {
    return await store.clan.change(async (tx) => {
      const member = await findMember(tx, WOLF);
      if (member === undefined) throw new Error('no member');
      const change = {
        member,
        to: store.clan.rank(to),
        ranks: store.clan.ranks,
        settings: TEST_SETTINGS,
        now: NOON,
      };
      return await changeRank(tx, { ...change, cause: 'promote', actorId: person(9), roblox: 'write' });
    });
  }
  async function changeOf(changeId: string): Promise<RankChange> {
    const change = await findRankChange(store.db, changeId);
    if (change === undefined) throw new Error('no change');
    return change;
  }

  it('change places, are added, renamed and dropped in one plan', async () => {
    const file = ['Enlist', 'Pending', 'Soldier', 'Veteran', 'General'].map((rank_name, index) =>
      RankRow.parse({
        rank_order: index + 1,
        rank_name,
        points_required: index,
        roblox_group_rank_id: index + 1,
      }),
    );
    await store.clan.seed({ discordId: WOLF, rank: 'Soldier' });
    const members = await membersPerRank(store.db);
    expect([...members.values()]).toEqual([1]);
    const plan = planRanks(store.clan.ranks, file, { members, overwrite: false });
    await store.db.transaction((tx) => applyRanksPlan(tx, plan, () => '77-1'));
    expect((await listRanks(store.db)).map((rank) => rank.name)).toEqual(file.map((row) => row.rank_name));
    await setRankRole(store.db, '77-1', person(70));
    expect((await listRanks(store.db)).at(-1)).toMatchObject({
      discordRoleId: person(70),
      roleSource: 'command',
    });
  });

  it('that were proposed wait for a button, and are taken once', async () => {
    const proposal = { id: '5', ranks: [], basis: 'then' };
    const row = RankRow.parse({ rank_order: 1, rank_name: 'A', points_required: 0, roblox_group_rank_id: 1 });
    await PROPOSED_RANKS.keep(store.db, { ...proposal, id: '4', ranks: [row] }, NOON);
    await PROPOSED_RANKS.keep(store.db, { ...proposal, ranks: [row] }, NOON + 1);
    expect(await PROPOSED_RANKS.take(store.db, '4')).toBeUndefined();
    expect(await PROPOSED_RANKS.take(store.db, '5')).toMatchObject({ basis: 'then' });
    expect(await PROPOSED_RANKS.take(store.db, '5')).toBeUndefined();
  });

  it('keep what commands set of them until that is forgotten', async () => {
    const { id } = store.clan.rank('Enlist');
    const file = { ...fieldsOf(store.clan.rank('Enlist')), pointsRequired: 7 };
    const set: CommandRanks = {
      ranks: { [id]: { set: ['pointsRequired'], added: false, file } },
      dropped: [file],
    };
    expect(await loadCommandRanks(store.db)).toEqual(NO_COMMAND_RANKS);
    const by = { actorId: person(9), now: NOON };
    await store.db.transaction((tx) => storeCommandRanks(tx, NO_COMMAND_RANKS, by));
    await store.db.transaction((tx) => storeCommandRanks(tx, set, by));
    expect(await loadCommandRanks(store.db)).toEqual(set);
    await forgetChangedSettings(store.db);
    expect(await loadCommandRanks(store.db)).toEqual(NO_COMMAND_RANKS);
  });

  it('are never dropped while members hold them', async () => {
    const file = [
      RankRow.parse({ rank_order: 1, rank_name: 'Pending', points_required: 0, roblox_group_rank_id: 1 }),
    ];
    const plan = planRanks(store.clan.ranks, file, { members: new Map(), overwrite: false });
    await store.clan.seed({ discordId: WOLF, rank: 'Queen' });
    await expect(store.db.transaction((tx) => applyRanksPlan(tx, plan, () => '77-1'))).rejects.toThrow(
      /Queen/,
    );
    expect(await listRanks(store.db)).toHaveLength(6);
  });

  it('of a member change with a reset of the points and two effects', async () => {
    await store.clan.seed({ discordId: WOLF, points: 25, rank: 'Enlist' });
    const { result, effects } = await move('Soldier');
    expect(result.resetPoints).toBe(25);
    expect(effects.map((effect) => effect.kind)).toEqual(['roblox-roles', 'discord-roles']);
    expect(await findMember(store.db, WOLF)).toMatchObject({ points: 0, totalPoints: 25 });
    expect(await rankChangesOf(store.db, WOLF, 5)).toMatchObject([
      { cause: 'promote', robloxState: 'waiting' },
    ]);
    expect(await ledgerDifferences(store.db)).toEqual([]);
  });

  it('that Roblox refused are held, or given back with the points', async () => {
    await store.clan.seed({ discordId: WOLF, points: 25, rank: 'Enlist' });
    const { result } = await move('Soldier');
    await holdRefusedRank(store.db, await changeOf(result.changeId));
    expect(await findMember(store.db, WOLF)).toMatchObject({ refusedChangeId: result.changeId });
    const change = await changeOf(result.changeId);
    const refusal = { change, error: 'no', ranks: store.clan.ranks, settings: TEST_SETTINGS, now: NOON };
    await store.clan.change((tx) => compensateChange(tx, refusal));
    expect(await findMember(store.db, WOLF)).toMatchObject({
      points: 25,
      rankId: store.clan.rank('Enlist').id,
    });
    expect(await changeOf(result.changeId)).toMatchObject({ robloxState: 'compensated', robloxError: 'no' });
    expect(await endRobloxChange(store.db, result.changeId, { state: 'done' })).toBe(false);
    expect(await ledgerDifferences(store.db)).toEqual([]);
  });

  it('that were left behind are known after failures', async () => {
    await store.clan.seed({ discordId: WOLF, rank: 'Pending' });
    const first = await move('Enlist');
    await endRobloxChange(store.db, first.result.changeId, { state: 'refused', error: 'no' });
    const second = await move('Soldier');
    const change = await changeOf(second.result.changeId);
    const known = await findMemberWithChanges(store.db, WOLF);
    expect(known?.member.rankId).toBe(store.clan.rank('Soldier').id);
    const changes = known?.changes ?? [];
    expect(changes).toEqual(await rankChangesOf(store.db, WOLF, 20));
    expect(await changeAmong(store.db, changes, change.changeId)).toEqual(change);
    await store.clan.seed({ discordId: person(2) });
    expect((await findMemberWithChanges(store.db, person(2)))?.changes).toEqual([]);
    expect(ranksLeftOnRoblox(change, changes)).toContain(store.clan.rank('Enlist').id);
    expect(await ranksLeftOnDiscord(store.db, change, changes)).toEqual([store.clan.rank('Enlist').id]);
  });

  it('are explained: the latest changes with their points, the open card, and what is still to be done', async () => {
    await store.clan.seed({ discordId: WOLF, points: 6 });
    expect(await rankHistory(store.db, WOLF)).toEqual({ changes: [], hasOpenCard: false });
    const { result } = await move('Enlist');
    await leaveDueEffect(store.db, `roblox:${WOLF}`);
    const { changes } = await rankHistory(store.db, WOLF);
    expect(changes).toMatchObject([{ changeId: result.changeId, resetPoints: 6, robloxState: 'waiting' }]);
    expect(await openEffects(store.db, WOLF)).toMatchObject([{ kind: 'roblox-roles', status: 'due' }]);
  });

  it('wait for Roblox as long as an effect is open', async () => {
    expect(await hasOpenRobloxEffect(store.db, WOLF)).toBe(false);
    const nobody = { member: undefined, hasOpenEffect: false };
    expect(await findMemberToSync(store.db, WOLF)).toEqual(nobody);
    await store.clan.seed({ discordId: WOLF });
    await leaveDueEffect(store.db, `roblox:${WOLF}`);
    expect(await hasOpenRobloxEffect(store.db, WOLF)).toBe(true);
    const { member, hasOpenEffect } = await findMemberToSync(store.db, WOLF);
    expect([member?.discordId, hasOpenEffect]).toEqual([WOLF, true]);
  });

  it('are offered to many at once, each by one open card', async () => {
    const people = Array.from({ length: 30 }, (_, index) => person(index + 100));
    for (const discordId of people) await store.clan.seed({ discordId, points: 5 });
    const offer = (some: readonly string[]) =>
      store.clan.change(async (tx) => {
        const members = [...(await findMembersById(tx, some)).values()];
        const { ranks } = store.clan;
        return await offerPromotions(tx, { members, ranks, settings: TEST_SETTINGS, now: NOON });
      });
    expect((await offer(people.slice(0, 2))).effects).toHaveLength(2);
    expect((await offer(people)).effects).toHaveLength(28);
    expect((await offer(people)).effects).toEqual([]);
  });

  it('are offered by one open card, which is decided once', async () => {
    await store.clan.seed({ discordId: WOLF, points: 5 });
    const offer = () =>
      store.clan.change(async (tx) => {
        const member = await findMember(tx, WOLF);
        if (member === undefined) throw new Error('no member');
        return await offerPromotion(tx, {
          member,
          ranks: store.clan.ranks,
          settings: TEST_SETTINGS,
          now: NOON,
        });
      });
    const { effects } = await offer();
    expect((await offer()).effects).toEqual([]);
    const cardId =
      effects.flatMap((effect) => (effect.kind === 'message' ? (effect.remember?.id ?? []) : []))[0] ?? '';
    await move('Enlist');
    expect(await findCard(store.db, cardId)).toMatchObject({ status: 'void', decidedBy: null });
    const decision = { cardId, status: 'approved', actorId: person(9), now: NOON } as const;
    expect(await decideCard(store.db, decision)).toBe(false);
  });
}
