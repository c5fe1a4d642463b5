import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOON, openTestClan, person, type TestClan } from '../../test/support/clan.ts';
import { findMember, findMembersByName, recordSync, requireLinked } from './member.ts';

let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

describe('members by their Roblox names', () => {
  it('are found whatever the case and however many are asked for, linked ones only', async () => {
    for (let number = 1; number <= 45; number += 1) {
      await clan.seed({ discordId: person(number), robloxName: `Wolf_${number}` });
    }
    await clan.seed({ discordId: person(99), robloxUserId: null, robloxName: 'Ghost' });
    const asked = Array.from({ length: 45 }, (_, index) => ` wOLF_${index + 1}`);
    const found = await findMembersByName(clan.db, [...asked, 'Ghost', 'nobody', '']);
    expect(found.size).toBe(45);
    expect(found.get('wolf_45')?.discordId).toBe(person(45));
  });

  it('are the ones seen most recently where a name is on record twice', async () => {
    await clan.seed({ discordId: person(1), robloxName: 'Wolf', syncedAt: NOON });
    await clan.seed({ discordId: person(2), robloxName: 'wolf', syncedAt: NOON - 1 });
    expect((await findMembersByName(clan.db, ['Wolf'])).get('wolf')?.discordId).toBe(person(1));
  });
});

describe('a member', () => {
  it('who must be linked is asked to link, in words for who it concerns', async () => {
    await expect(requireLinked(clan.db, person(1), 'you')).rejects.toMatchObject({ code: 'not-linked' });
    await expect(requireLinked(clan.db, person(1), 'they')).rejects.toThrow(`<@${person(1)}>`);
  });

  it('keeps what was read of the account they have, not of one they had', async () => {
    await clan.seed({ discordId: person(1), robloxUserId: '501', robloxName: 'Old' });
    const record = { discordId: person(1), robloxName: 'New', robloxRoleIds: ['2', '1'], now: NOON };
    await recordSync(clan.db, { ...record, robloxUserId: '502' });
    expect(await findMember(clan.db, person(1))).toMatchObject({ robloxName: 'Old', syncedAt: null });
    await recordSync(clan.db, { ...record, robloxUserId: '501' });
    expect(await findMember(clan.db, person(1))).toMatchObject({
      robloxName: 'New',
      robloxRoleIds: ['1', '2'],
    });
    await recordSync(clan.db, { ...record, robloxUserId: '501', robloxName: undefined, robloxRoleIds: [] });
    expect(await findMember(clan.db, person(1))).toMatchObject({ robloxName: 'New', robloxRoleIds: [] });
  });
});
