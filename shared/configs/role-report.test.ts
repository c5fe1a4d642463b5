import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestClan, TEST_SETTINGS, type TestClan } from '../../test/support/clan.ts';
import { discordError } from '../../test/support/recorded.ts';
import type { GuildRole } from '../discord/client.ts';
import { PERMISSIONS } from '../discord/permissions.ts';
import { setRankRole } from '../ranks/store-ranks.ts';
import { storeSettingsFile } from '../settings/settings-store.ts';
import { reportRoles } from './role-report.ts';

const HERE = { guildId: TEST_SETTINGS.guild_id };
const MINE = '1100000000000000055';
const OTHER = '1100000000000000056';

let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
});
afterEach(() => clan.db.close());

const role = (id: string, name: string, permissions = 0n): GuildRole => ({
  id,
  name,
  position: 1,
  permissions,
  managed: false,
});
async function report(roles: readonly GuildRole[], settings: object = {}) {
  await storeSettingsFile(clan.db, { ...TEST_SETTINGS, ...settings }, 1);
  return reportRoles(clan.db, HERE, { roles: async () => roles });
}

describe('what is said of the roles of applied files', () => {
  it('is nothing of roles that are harmless or still to be made', async () => {
    await setRankRole(clan.db, clan.rank('Captain').id, MINE);
    expect(await report([role(MINE, 'Boss'), role(OTHER, 'Verified')])).toEqual([]);
  });

  it('is which ranks get no role, chosen or found by name', async () => {
    await setRankRole(clan.db, clan.rank('Captain').id, MINE);
    const roles = [
      role(MINE, 'Boss', PERMISSIONS.ADMINISTRATOR),
      role(OTHER, 'Soldier', PERMISSIONS.KICK_MEMBERS),
    ];
    expect(await report(roles)).toEqual([
      expect.stringMatching(/^the role named Soldier has the permission Kick Members.*powerful_roles/),
      expect.stringMatching(/^the role of Captain has the permission Administrator.*powerful_roles/),
    ]);
    expect(await report(roles, { powerful_roles: [MINE, OTHER] })).toEqual([]);
  });

  it('is which ranks bring a tier or moderate, and which roles are gone', async () => {
    await setRankRole(clan.db, clan.rank('Captain').id, MINE);
    await setRankRole(clan.db, clan.rank('Soldier').id, '1100000000000000099');
    const roles = { ...TEST_SETTINGS.roles, admin: [MINE] };
    expect(await report([role(MINE, 'Boss', PERMISSIONS.MODERATE_MEMBERS)], { roles })).toEqual([
      'the role 1100000000000000099 of Soldier is not in the server.',
      expect.stringMatching(/^the role Boss of Captain gives the tier admin/),
      expect.stringMatching(/^the role Boss of Captain carries Timeout Members/),
    ]);
  });

  it.each([
    ['chosen', MINE],
    ['found by its name', null],
  ])('is that the Verified role, %s, is not given', async (_, verified) => {
    const roles = { ...TEST_SETTINGS.roles, verified };
    expect(await report([role(MINE, 'Verified', PERMISSIONS.BAN_MEMBERS)], { roles })).toEqual([
      expect.stringMatching(/^roles\.verified: the role Verified has the permission Ban Members/),
    ]);
    expect(await report([role(MINE, 'Verified')], { roles: { ...roles, officer: [MINE] } })).toEqual([
      expect.stringMatching(/^roles\.verified: the role Verified gives a tier/),
    ]);
    expect(await report([role(MINE, 'Verified', PERMISSIONS.MENTION_EVERYONE)], { roles })).toEqual([
      expect.stringMatching(/^roles\.verified: the role Verified carries/),
    ]);
  });

  it('is that they could not be checked when Discord does not answer', async () => {
    await storeSettingsFile(clan.db, TEST_SETTINGS, 1);
    const roles = () => Promise.reject(discordError(401));
    expect(await reportRoles(clan.db, HERE, { roles })).toEqual([
      expect.stringMatching(/could not be checked: .*\/diagnose/),
    ]);
  });
});
