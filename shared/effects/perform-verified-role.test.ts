import { beforeEach, describe, expect, it } from 'vitest';
import { person, TEST_SETTINGS } from '../../test/support/clan.ts';
import { DANGEROUS_ROLE, type HttpTest, openHttpTest } from '../../test/support/http-test.ts';
import { performVerifiedRole } from './perform-verified-role.ts';

const WOLF = person(1);
const VERIFIED = '1500000000000000001';
const effect = { kind: 'verified-role', memberId: WOLF } as const;

let t: HttpTest;
beforeEach(async () => {
  t = await openHttpTest();
  await t.clan.seed({ discordId: WOLF });
  t.guild.addMember(WOLF);
});
const held = () => [...(t.guild.state.members.get(WOLF)?.roleIds ?? [])];
const withRole = () => ({
  ...t.context,
  settings: { ...t.context.settings, roles: { ...TEST_SETTINGS.roles, verified: VERIFIED } },
});

describe('the Verified role', () => {
  it('is the one in the settings', async () => {
    t.guild.addRole({ id: VERIFIED, name: 'Member' });
    expect(await performVerifiedRole(effect, withRole())).toEqual({ done: 'Verified given' });
    expect(held()).toEqual([VERIFIED]);
    expect(await performVerifiedRole(effect, withRole())).toEqual({ done: 'nothing to change' });
    expect(t.writes()).toHaveLength(1);
  });

  it('is else the one of that name', async () => {
    t.guild.addRole({ id: VERIFIED, name: 'Verified' });
    await performVerifiedRole(effect, t.context);
    expect(held()).toEqual([VERIFIED]);
  });

  it('is made when there is none, and found the next time', async () => {
    await performVerifiedRole(effect, t.context);
    const [made] = held();
    t.guild.addMember(WOLF);
    await performVerifiedRole(effect, t.context);
    expect(held()).toEqual([made]);
  });

  it('is not handed out by its name when it carries a dangerous permission', async () => {
    t.guild.addRole({ id: VERIFIED, name: 'Verified', ...DANGEROUS_ROLE });
    expect(await performVerifiedRole(effect, t.context)).toEqual({
      failed: expect.stringContaining('Ban Members'),
    });
    expect(held()).toEqual([]);
  });

  it('that was chosen is not handed out when it carries power or gives a tier', async () => {
    t.guild.addRole({ id: VERIFIED, name: 'Member', ...DANGEROUS_ROLE });
    expect(await performVerifiedRole(effect, withRole())).toEqual({
      failed: expect.stringContaining('Ban Members'),
    });
    t.guild.addRole({ id: VERIFIED, name: 'Member' });
    const { settings } = withRole();
    const roles = { ...settings.roles, officer: [VERIFIED] };
    expect(await performVerifiedRole(effect, { ...t.context, settings: { ...settings, roles } })).toEqual({
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
    t.guild.state.members.delete(WOLF);
    expect(await performVerifiedRole(effect, t.context)).toEqual({ done: 'they have left the server' });
    await t.clan.seed({ discordId: person(2), robloxUserId: null });
    const other = await performVerifiedRole({ kind: 'verified-role', memberId: person(2) }, t.context);
    expect(other).toEqual({ done: 'they are not linked any more' });
    expect(t.writes()).toEqual([]);
  });
});
