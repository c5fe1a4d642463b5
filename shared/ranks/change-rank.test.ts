import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOON, openTestClan, person, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import type { Settings } from '../clans/settings.ts';
import { ConflictError } from '../database/errors.ts';
import { findMember } from '../members/member.ts';
import { history, ledgerDifferences } from '../points/ledger.ts';
import { changeRank } from './change-rank.ts';
import { compensateChange } from './compensate-change.ts';
import { findCard, offerPromotion } from './promotion-cards.ts';
import { findRankChange, type RankChangeCause } from './rank-change.ts';

const wolf = person(1);
const admin = person(9);
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
  await clan.seed({ discordId: wolf, rank: 'Enlist', points: 21, totalPoints: 30 });
});
afterEach(() => clan.db.close());

async function member() {
  const found = await findMember(clan.db, wolf);
  if (found === undefined) throw new Error('no member');
  return found;
}
async function moveTo(
  name: string,
  more: { settings?: Settings; roblox?: 'write' | 'already'; cause?: RankChangeCause; from?: string } = {},
) {
  const current = await member();
  const from = more.from === undefined ? current : { ...current, rankId: clan.rank(more.from).id };
  return clan.change((tx) =>
    changeRank(tx, {
      member: from,
      to: clan.rank(name),
      ranks: clan.ranks,
      cause: more.cause ?? 'promote',
      actorId: admin,
      settings: more.settings ?? TEST_SETTINGS,
      now: NOON,
      roblox: more.roblox ?? 'write',
    }),
  );
}

describe('a change of rank', () => {
  it('names the member anew where the clan has a template, and leaves nicknames alone otherwise', async () => {
    const named = await moveTo('Soldier', { settings: { ...TEST_SETTINGS, nickname: '{rank}' } });
    expect(named.effects).toContainEqual({ kind: 'nickname', memberId: wolf });
    expect(named.result.nicknameEffectId).toBeDefined();
    const plain = await moveTo('Captain');
    expect(plain.effects.map(({ kind }) => kind)).not.toContain('nickname');
    expect(plain.result.nicknameEffectId).toBeUndefined();
  });

  it('up resets the progress by a ledger entry and keeps the lifetime points', async () => {
    const { result, effects } = await moveTo('Soldier');
    expect(result.resetPoints).toBe(21);
    expect(await member()).toMatchObject({ rankId: clan.rank('Soldier').id, points: 0, totalPoints: 30 });
    expect(effects.map((effect) => effect.kind)).toEqual(['roblox-roles', 'discord-roles']);
    expect(await ledgerDifferences(clan.db)).toEqual([]);
    expect(await findRankChange(clan.db, result.changeId)).toMatchObject({
      oldRankId: clan.rank('Enlist').id,
      robloxState: 'waiting',
      cause: 'promote',
    });
  });

  it('down keeps the progress, and so does a clan that does not reset', async () => {
    await moveTo('Pending', { cause: 'demote' });
    expect((await member()).points).toBe(21);
    const points = { ...TEST_SETTINGS.points, reset_on_promotion: false };
    await moveTo('Captain', { settings: { ...TEST_SETTINGS, points } });
    expect((await member()).points).toBe(21);
  });

  it('writes nothing to Roblox when Roblox has it already', async () => {
    const { result, effects } = await moveTo('Soldier', { roblox: 'already', cause: 'sync' });
    expect(result.robloxEffectId).toBeUndefined();
    expect(effects.map((effect) => effect.kind)).toEqual(['discord-roles']);
    expect((await member()).points).toBe(0);
  });

  it('is refused when the member has another rank by now', async () => {
    await expect(moveTo('Soldier', { from: 'Pending' })).rejects.toMatchObject({
      cause: expect.any(ConflictError),
    });
    expect(await member()).toMatchObject({ rankId: clan.rank('Enlist').id, points: 21 });
  });

  it('closes the open promotion card and disables its buttons', async () => {
    const offer = { ranks: clan.ranks, settings: TEST_SETTINGS, now: NOON };
    const current = await member();
    const { effects } = await clan.change((tx) => offerPromotion(tx, { member: current, ...offer }));
    const [card] = effects;
    if (card?.kind !== 'message' || card.remember === undefined) throw new Error('no card');
    const { effects: later } = await moveTo('Captain', { cause: 'set-rank' });
    expect((await findCard(clan.db, card.remember.id))?.status).toBe('void');
    const edit = later.find((effect) => effect.kind === 'edit');
    expect(JSON.stringify(edit)).toContain('"disabled":true');
  });
});

describe('a change that Roblox refused for good', () => {
  it('can be taken back with the points it had reset', async () => {
    const { result } = await moveTo('Soldier');
    const change = await findRankChange(clan.db, result.changeId);
    if (change === undefined) throw new Error('no change');
    const refusal = { change, error: 'role too high', ranks: clan.ranks, settings: TEST_SETTINGS, now: NOON };
    await clan.change((tx) => compensateChange(tx, refusal));
    expect(await member()).toMatchObject({ rankId: clan.rank('Enlist').id, points: 21, totalPoints: 30 });
    expect(await ledgerDifferences(clan.db)).toEqual([]);
    expect(await findRankChange(clan.db, result.changeId)).toMatchObject({
      robloxState: 'compensated',
      robloxError: 'role too high',
    });
    const { result: again } = await clan.change((tx) => compensateChange(tx, refusal));
    expect(again).toBeUndefined();
    const { entries } = await history(clan.db, wolf, { page: 1, pageSize: 10 });
    expect(entries.map((entry) => entry.pointsDelta).sort((a, b) => a - b)).toEqual([-21, 21, 21]);
  });

  it('is left alone when the member has been moved again meanwhile', async () => {
    const { result } = await moveTo('Soldier');
    await moveTo('Captain');
    const change = await findRankChange(clan.db, result.changeId);
    if (change === undefined) throw new Error('no change');
    const refusal = { change, error: 'no', ranks: clan.ranks, settings: TEST_SETTINGS, now: NOON };
    const { result: taken } = await clan.change((tx) => compensateChange(tx, refusal));
    expect(taken).toBeUndefined();
    expect((await member()).rankId).toBe(clan.rank('Captain').id);
  });
});
