import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  GROUP_ROLES,
  NOON,
  openTestClan,
  person,
  TEST_SETTINGS,
  type TestClan,
} from '../../test/support/clan.ts';
import { addToBlacklist, removeFromBlacklist } from '../blacklist/blacklist.ts';
import { ConflictError } from '../database/errors.ts';
import { findChallenge, openChallenge, useChallenge } from '../members/link-challenge.ts';
import { findMember } from '../members/member.ts';
import { ledgerDifferences } from '../points/ledger.ts';
import { linkMember } from './link-member.ts';

const wolf = person(1);
const fox = person(2);
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

function link(discordId: string, userId: string, ...roleIds: string[]) {
  const rest = { groupRoles: GROUP_ROLES, ranks: clan.ranks, settings: TEST_SETTINGS, now: NOON };
  return clan.change((tx) =>
    linkMember(tx, { discordId, roblox: { userId, name: `User${userId}` }, roleIds, ...rest }),
  );
}
const blacklist = (discordId: string) => ({
  discordId,
  reason: null,
  expiresAt: null,
  actorId: person(9),
  now: NOON,
});

describe('linking', () => {
  it('takes over the rank on Roblox and gives the Verified and rank roles', async () => {
    const { result, effects } = await link(wolf, '501', '90045', '90030');
    expect(result).toMatchObject({ rank: { name: 'Soldier' }, mapped: true, before: undefined });
    expect(effects.map((effect) => effect.kind)).toEqual(['verified-role', 'discord-roles']);
    expect(await findMember(clan.db, wolf)).toMatchObject({
      robloxUserId: '501',
      robloxName: 'User501',
      rankId: clan.rank('Soldier').id,
      points: 0,
      robloxRoleIds: ['90045'],
      joinedAt: NOON,
    });
  });

  it('names the member where the clan has a template, once, also when the link changes the rank', async () => {
    const settings = { ...TEST_SETTINGS, nickname: '{roblox_name}' };
    const linkNamed = async (...roleIds: string[]) => {
      const rest = { groupRoles: GROUP_ROLES, ranks: clan.ranks, settings, now: NOON };
      const roblox = { userId: '501', name: 'User501' };
      const { effects } = await clan.change((tx) =>
        linkMember(tx, { discordId: wolf, roblox, roleIds, ...rest }),
      );
      return effects.filter(({ kind }) => kind === 'nickname');
    };
    expect(await linkNamed('90002')).toEqual([{ kind: 'nickname', memberId: wolf }]);
    expect(await linkNamed('90121')).toEqual([{ kind: 'nickname', memberId: wolf }]);
  });

  it('gives the first rank when no role on Roblox belongs to a rank, and says so', async () => {
    const { result } = await link(wolf, '501', '90030');
    expect(result).toMatchObject({ rank: { name: 'Pending' }, mapped: false });
  });

  it('again keeps the points and the day of joining, also at a higher rank', async () => {
    await clan.seed({ discordId: wolf, rank: 'Enlist', points: 12, totalPoints: 40, joinedAt: NOON - 1e9 });
    const { result } = await link(wolf, '777', '90121');
    expect(result).toMatchObject({ rank: { name: 'Captain' }, before: { points: 12 } });
    expect(await findMember(clan.db, wolf)).toMatchObject({
      robloxUserId: '777',
      rankId: clan.rank('Captain').id,
      points: 12,
      totalPoints: 40,
      joinedAt: NOON - 1e9,
      linkedAt: NOON,
    });
    expect(await ledgerDifferences(clan.db)).toEqual([]);
  });

  it('does not carry a rank over to another account that has none', async () => {
    await clan.seed({ discordId: wolf, rank: 'Captain', robloxUserId: '501' });
    expect((await link(wolf, '501', '90030')).result.rank.name).toBe('Captain');
    expect((await link(wolf, '777', '90030')).result.rank.name).toBe('Pending');
  });

  it('is refused for an account that somebody else has', async () => {
    await link(wolf, '501', '90001');
    await expect(link(fox, '501', '90001')).rejects.toMatchObject({ code: 'account-taken' });
    expect(await findMember(clan.db, fox)).toBeUndefined();
  });

  it('is refused when somebody else links the account between its check and its writing', async () => {
    let attempts = 0;
    const rest = { groupRoles: GROUP_ROLES, ranks: clan.ranks, settings: TEST_SETTINGS, now: NOON };
    const roblox = { userId: '501', name: 'User501' };
    const race = clan.change(async (tx) => {
      attempts += 1;
      const execute: typeof tx.execute = async (statement, binds) => {
        // What another session commits in that moment is there on the next attempt too.
        if (attempts === 1 && statement.startsWith('INSERT INTO members')) throw new ConflictError('lost');
        return tx.execute(statement, binds);
      };
      if (attempts > 1) await linkMember(tx, { discordId: fox, roblox, roleIds: ['90001'], ...rest });
      return linkMember({ ...tx, execute }, { discordId: wolf, roblox, roleIds: ['90001'], ...rest });
    });
    await expect(race).rejects.toMatchObject({ code: 'account-taken' });
    expect(attempts).toBe(2);
  });

  it('is refused for an account that a blacklisted person holds or held, but not for that person', async () => {
    await link(wolf, '501', '90001');
    await link(wolf, '777', '90001');
    await clan.change((tx) => addToBlacklist(tx, blacklist(wolf)));
    await expect(link(fox, '501', '90001')).rejects.toMatchObject({ code: 'account-blacklisted' });
    await link(wolf, '501', '90001');
    await clan.change((tx) => removeFromBlacklist(tx, wolf, NOON));
    await link(fox, '777', '90001');
  });
});

describe('a challenge', () => {
  const challenge = { robloxUserId: '501', robloxName: 'User501', code: 'river apple', now: NOON };
  const open = (challengeId: string, discordId: string) =>
    clan.change((tx) => openChallenge(tx, { challengeId, discordId, ...challenge }));
  const use = async (challengeId: string, discordId: string, now = NOON) =>
    (await clan.change((tx) => useChallenge(tx, { challengeId, discordId, now }))).result;

  it('is used once, by its own person, within 15 minutes', async () => {
    await open('c1', wolf);
    expect(await use('c1', fox)).toBe(false);
    expect(await use('c1', wolf, NOON + 15 * 60_000)).toBe(false);
    expect(await use('c1', wolf, NOON + 15 * 60_000 - 1)).toBe(true);
    expect(await use('c1', wolf)).toBe(false);
  });

  it('ends with the next one of the same person', async () => {
    await open('c1', wolf);
    await open('c2', wolf);
    expect(await findChallenge(clan.db, 'c1')).toBeUndefined();
    expect(await findChallenge(clan.db, 'c2')).toMatchObject({ code: 'river apple', usedAt: null });
  });
});
