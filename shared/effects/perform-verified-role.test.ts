import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person, TEST_SETTINGS } from '../../test/support/clan.ts';
import { DANGEROUS_ROLE, type HttpTest, openHttpTest } from '../../test/support/http-test.ts';
import { performVerifiedRole } from './perform-verified-role.ts';

const WOLF = person(1);
const VERIFIED = '1500000000000000001';
const effect = { kind: 'verified-role', memberId: WOLF } as const;

let clan: HttpTest;
beforeEach(async () => {
  clan = await openHttpTest();
  await clan.seed({ discordId: WOLF });
  clan.guild.members.set(WOLF, new Set());
});
afterEach(() => clan.db.close());
const held = () => [...(clan.guild.members.get(WOLF) ?? [])];
const withRole = () => ({
  ...clan.context,
  settings: { ...clan.context.settings, roles: { ...TEST_SETTINGS.roles, verified: VERIFIED } },
});

describe('the Verified role', () => {
  it('is the one in the settings', async () => {
    clan.addRole({ id: VERIFIED, name: 'Member' });
    expect(await performVerifiedRole(effect, withRole())).toEqual({ done: 'Verified given' });
    expect(held()).toEqual([VERIFIED]);
    expect(await performVerifiedRole(effect, withRole())).toEqual({ done: 'nothing to change' });
    expect(clan.writes()).toHaveLength(1);
  });

  it('is else the one of that name', async () => {
    clan.addRole({ id: VERIFIED, name: 'Verified' });
    await performVerifiedRole(effect, clan.context);
    expect(held()).toEqual([VERIFIED]);
  });

  it('is made when there is none, and found the next time', async () => {
    await performVerifiedRole(effect, clan.context);
    const [made] = held();
    clan.guild.members.set(WOLF, new Set());
    await performVerifiedRole(effect, clan.context);
    expect(held()).toEqual([made]);
  });

  it('is not handed out by its name when it carries a dangerous permission', async () => {
    clan.addRole({ id: VERIFIED, name: 'Verified', ...DANGEROUS_ROLE });
    expect(await performVerifiedRole(effect, clan.context)).toEqual({
      failed: expect.stringContaining('Ban Members'),
    });
    expect(held()).toEqual([]);
  });

  it('that was chosen is not handed out when it carries power or gives a tier', async () => {
    clan.addRole({ id: VERIFIED, name: 'Member', ...DANGEROUS_ROLE });
    expect(await performVerifiedRole(effect, withRole())).toEqual({
      failed: expect.stringContaining('Ban Members'),
    });
    clan.addRole({ id: VERIFIED, name: 'Member' });
    const { settings } = withRole();
    const roles = { ...settings.roles, officer: [VERIFIED] };
    expect(await performVerifiedRole(effect, { ...clan.context, settings: { ...settings, roles } })).toEqual({
      failed: expect.stringContaining('tier'),
    });
    expect(held()).toEqual([]);
  });

  it('that was chosen and is gone asks for another choice', async () => {
    expect(await performVerifiedRole(effect, withRole())).toEqual({
      failed: expect.stringContaining('roles.verified'),
    });
  });

  it('is not given to somebody who left or is not linked', async () => {
    clan.guild.members.clear();
    expect(await performVerifiedRole(effect, clan.context)).toEqual({ done: 'they have left the server' });
    await clan.seed({ discordId: person(2), robloxUserId: null });
    const other = await performVerifiedRole({ kind: 'verified-role', memberId: person(2) }, clan.context);
    expect(other).toEqual({ done: 'they are not linked any more' });
    expect(clan.writes()).toEqual([]);
  });
});
