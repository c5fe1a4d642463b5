import { beforeEach, describe, expect, it } from 'vitest';
import { NOON, person } from '../../test/support/clan.ts';
import { DANGEROUS_ROLE, type HttpTest, openHttpTest } from '../../test/support/http-test.ts';
import { sql } from '../database/database.ts';
import { PERMISSIONS } from '../discord/permissions.ts';
import { listRanks } from '../ranks/rank.ts';
import { addRankChange } from '../ranks/rank-change.ts';
import { performDiscordRoles } from './perform-discord-roles.ts';
import { roleForRank } from './rank-discord-role.ts';

const WOLF = person(1);
const PENDING = '1500000000000000001';
const ENLIST = '1500000000000000002';
const SOLDIER = '1500000000000000003';
const BY_HAND = '1500000000000000009';
const SET_ROLE = sql`UPDATE ranks SET discord_role_id = :role_id, role_source = 'file' WHERE rank_name = :rank_name`;
const SET_RANK = sql`UPDATE members SET rank_id = :rank_id WHERE discord_id = :discord_id`;
const FAILED = sql`
INSERT INTO outbox (effect_id, subject, kind, payload, status, due_at, created_at, ordinal)
VALUES (:effect_id, :subject, 'discord-roles', :payload, 'failed', 1, :created_at, 1)`;

let t: HttpTest;
let changes: number;

beforeEach(async () => {
  t = await openHttpTest();
  changes = 0;
  for (const [name, id] of [
    ['Pending', PENDING],
    ['Enlist', ENLIST],
    ['Soldier', SOLDIER],
  ] as const) {
    t.guild.addRole({ id, name: `${name} role` });
    await t.db.execute(SET_ROLE, { role_id: id, rank_name: name });
  }
  t.guild.addRole({ id: BY_HAND, name: 'By hand' });
  await t.clan.seed({ discordId: WOLF });
  t.guild.addMember(WOLF, [PENDING, BY_HAND]);
});

/** Moves the member in the database, as a command would, and returns the effect that this calls for. */
async function move(from: string, to: string) {
  changes += 1;
  const changeId = `16000000000000000${changes}`;
  await addRankChange(t.db, {
    changeId,
    memberId: WOLF,
    oldRankId: t.clan.rank(from).id,
    newRankId: t.clan.rank(to).id,
    cause: 'promote',
    actorId: null,
    resetEntryId: null,
    robloxState: 'none',
    createdAt: NOON + changes,
  });
  await t.db.execute(SET_RANK, { rank_id: t.clan.rank(to).id, discord_id: WOLF });
  return { kind: 'discord-roles', memberId: WOLF, changeId } as const;
}
const held = () => [...(t.guild.state.members.get(WOLF)?.roleIds ?? [])].sort();
const path = (role: string) => `/guilds/${t.context.clan.guildId}/members/${WOLF}/roles/${role}`;
const roleOf = async (name: string) => (await listRanks(t.db)).find((rank) => rank.name === name);

describe('a promotion', () => {
  it('gives the new role, then takes the old one, and touches no other', async () => {
    const effect = await move('Pending', 'Enlist');
    expect(await performDiscordRoles(effect, t.context)).toEqual({ done: 'Enlist given, Pending taken' });
    expect(t.writes()).toEqual([`PUT ${path(ENLIST)}`, `DELETE ${path(PENDING)}`]);
    expect(held()).toEqual([ENLIST, BY_HAND]);
  });

  it('is explained in the audit log in the language of the clan', async () => {
    const effect = await move('Pending', 'Enlist');
    const settings = { ...t.context.settings, locale: 'es-ES' };
    await performDiscordRoles(effect, { ...t.context, settings });
    const reasons = t.guild.world.state.audit.map(({ reason }) => reason);
    expect(reasons).toEqual(['Rango Enlist', 'Rango Enlist']);
  });

  it('performed a second time calls nothing', async () => {
    const effect = await move('Pending', 'Enlist');
    await performDiscordRoles(effect, t.context);
    const before = t.writes().length;
    expect(await performDiscordRoles(effect, t.context)).toEqual({ done: 'nothing to change' });
    expect(t.writes()).toHaveLength(before);
  });

  it('followed by a demotion while it still waits ends at the rank of the demotion', async () => {
    const up = await move('Pending', 'Enlist');
    const down = await move('Enlist', 'Pending');
    await performDiscordRoles(up, t.context);
    await performDiscordRoles(down, t.context);
    expect(t.writes()).toEqual([]);
    expect(held()).toEqual([PENDING, BY_HAND]);
  });

  it('between two ranks with one role calls nothing and takes nothing', async () => {
    await t.db.execute(SET_ROLE, { role_id: PENDING, rank_name: 'Enlist' });
    const effect = await move('Pending', 'Enlist');
    expect(await performDiscordRoles(effect, t.context)).toEqual({ done: 'nothing to change' });
    expect(t.writes()).toEqual([]);
  });

  it('of somebody who left the server is done', async () => {
    t.guild.state.members.delete(WOLF);
    const effect = await move('Pending', 'Enlist');
    expect(await performDiscordRoles(effect, t.context)).toEqual({ done: 'they have left the server' });
  });

  it('of somebody whose data was deleted is done', async () => {
    expect(
      await performDiscordRoles({ kind: 'discord-roles', memberId: person(2), changeId: '1' }, t.context),
    ).toEqual({
      done: 'the clan has no record of them any more',
    });
  });
});

describe('an addition that fails', () => {
  it('for good takes nothing and says how to fix it', async () => {
    t.fails(`PUT ${path(ENLIST)}`, {
      status: 403,
      body: { code: 50013, message: 'Missing Permissions' },
    });
    const result = await performDiscordRoles(await move('Pending', 'Enlist'), t.context);
    expect(result).toEqual({ failed: expect.stringContaining('Manage Roles') });
    expect(held()).toEqual([PENDING, BY_HAND]);
  });

  it('for now takes nothing and is tried again', async () => {
    t.fails(`PUT ${path(ENLIST)}`, { drop: true });
    await expect(performDiscordRoles(await move('Pending', 'Enlist'), t.context)).rejects.toMatchObject({
      retryable: true,
    });
    expect(held()).toEqual([PENDING, BY_HAND]);
  });

  it('leaves an old role that the next change takes as well', async () => {
    const first = await move('Pending', 'Enlist');
    await t.db.execute(FAILED, {
      effect_id: '1',
      subject: `discord:${WOLF}`,
      payload: JSON.stringify(first),
      created_at: NOON,
    });
    const second = await move('Enlist', 'Soldier');
    expect(await performDiscordRoles(second, t.context)).toEqual({ done: 'Soldier given, Pending taken' });
    expect(held()).toEqual([SOLDIER, BY_HAND]);
  });

  it('after one that went well does not reach further back', async () => {
    const first = await move('Pending', 'Enlist');
    await performDiscordRoles(first, t.context);
    t.guild.state.members.get(WOLF)?.roleIds.push(PENDING);
    await performDiscordRoles(await move('Enlist', 'Soldier'), t.context);
    expect(held()).toEqual([PENDING, SOLDIER, BY_HAND]);
  });
});

describe('a removal that fails', () => {
  it('for good keeps what was given and says so', async () => {
    t.fails(`DELETE ${path(PENDING)}`, { status: 403, body: { code: 50013 } });
    const result = await performDiscordRoles(await move('Pending', 'Enlist'), t.context);
    expect(result).toEqual({ failed: expect.stringMatching(/^Enlist given, Pending could not be taken: /) });
  });

  it('because the role is gone is no failure', async () => {
    t.fails(`DELETE ${path(PENDING)}`, { status: 404, body: { code: 10011 } });
    const result = await performDiscordRoles(await move('Pending', 'Enlist'), t.context);
    expect(result).toHaveProperty('done');
  });
});

describe('a chosen role that gained power after it was chosen', () => {
  it('is not given, the reason is said, and it can still be taken', async () => {
    t.guild.addRole({ id: ENLIST, name: 'Enlist role', ...DANGEROUS_ROLE });
    expect(await performDiscordRoles(await move('Pending', 'Enlist'), t.context)).toEqual({
      failed: expect.stringContaining('has the permission Ban Members, so it is not handed out'),
    });
    expect(t.writes()).toEqual([]);
    t.guild.addMember(WOLF, [ENLIST]);
    await performDiscordRoles(await move('Enlist', 'Soldier'), t.context);
    expect(held()).toEqual([SOLDIER]);
  });

  it('is read once for roles that are given within seconds, and again after them', async () => {
    const reads = () => t.requests().filter((call) => /^GET \/guilds\/\d+\/roles$/.test(call)).length;
    await performDiscordRoles(await move('Pending', 'Enlist'), t.context);
    await performDiscordRoles(await move('Enlist', 'Soldier'), t.context);
    expect(reads()).toBe(1);
    t.guild.addRole({ id: ENLIST, name: 'Enlist role', ...DANGEROUS_ROLE });
    t.clock.now += 5_000;
    const result = await performDiscordRoles(await move('Soldier', 'Enlist'), t.context);
    expect(result).toEqual({ failed: expect.stringContaining('Ban Members') });
    expect(reads()).toBe(2);
  });

  it('is given where the settings file allows it', async () => {
    t.guild.addRole({ id: ENLIST, name: 'Enlist role', ...DANGEROUS_ROLE });
    const settings = { ...t.context.settings, powerful_roles: [ENLIST] };
    await performDiscordRoles(await move('Pending', 'Enlist'), { ...t.context, settings });
    expect(held()).toContain(ENLIST);
  });
});

describe('a rank without a role', () => {
  it('takes over the role of its name and keeps it', async () => {
    t.guild.addRole({ id: '1500000000000000020', name: 'Captain' });
    await performDiscordRoles(await move('Pending', 'Captain'), t.context);
    expect(held()).toContain('1500000000000000020');
    expect(await roleOf('Captain')).toMatchObject({
      discordRoleId: '1500000000000000020',
      roleSource: 'found',
    });
  });

  it('makes one without permissions when there is none, once', async () => {
    const effect = await move('Pending', 'Captain');
    await performDiscordRoles(effect, t.context);
    const made = await roleOf('Captain');
    expect(made?.roleSource).toBe('found');
    t.guild.addMember(WOLF);
    await performDiscordRoles(effect, t.context);
    expect(t.writes().filter((call) => call.endsWith('/roles') && call.startsWith('POST'))).toHaveLength(1);
    expect(held()).toEqual([made?.discordRoleId]);
  });

  it.each([
    ['carries a dangerous permission', DANGEROUS_ROLE, 'Ban Members'],
    ['manages webhooks', { permissions: PERMISSIONS.MANAGE_WEBHOOKS }, 'Manage Webhooks'],
    ['belongs to an integration', { managed: true }, 'integration'],
  ])('refuses one of its name that %s', async (_, role, said) => {
    t.guild.addRole({ id: '1500000000000000020', name: 'Captain', ...role });
    const result = await performDiscordRoles(await move('Pending', 'Captain'), t.context);
    expect(result).toEqual({ failed: expect.stringContaining(said) });
    expect(held()).toEqual([PENDING, BY_HAND]);
    expect(t.writes()).toEqual([]);
  });

  it('never takes @everyone for its role', async () => {
    t.guild.addRole({ id: t.context.clan.guildId, name: 'Captain' });
    await performDiscordRoles(await move('Pending', 'Captain'), t.context);
    expect(held()).not.toContain(t.context.clan.guildId);
  });

  it('keeps the role that somebody else stored at the same moment', async () => {
    const seen = t.clan.rank('Captain');
    await t.db.execute(SET_ROLE, { role_id: SOLDIER, rank_name: 'Captain' });
    expect(await roleForRank(t.context, seen)).toEqual({ roleId: SOLDIER });
    expect(await roleOf('Captain')).toMatchObject({ discordRoleId: SOLDIER, roleSource: 'file' });
  });

  it('whose found role is gone looks for another one', async () => {
    t.guild.addRole({ id: '1500000000000000020', name: 'Captain' });
    const effect = await move('Pending', 'Captain');
    await performDiscordRoles(effect, t.context);
    t.guild.state.roles.delete('1500000000000000020');
    t.guild.addMember(WOLF);
    expect(await performDiscordRoles(effect, t.context)).toEqual({
      again: expect.any(String),
      afterMs: 0,
    });
    expect(await performDiscordRoles(effect, t.context)).toEqual({ done: 'Captain given' });
  });

  it('whose chosen role is gone asks for another choice', async () => {
    t.guild.state.roles.delete(ENLIST);
    expect(await performDiscordRoles(await move('Pending', 'Enlist'), t.context)).toEqual({
      failed: expect.stringContaining('/ranks set-role'),
    });
    expect(held()).toEqual([PENDING, BY_HAND]);
  });

  it('leaves behind the role of its name, which nobody has stored yet', async () => {
    t.guild.addRole({ id: '1500000000000000020', name: 'Captain' });
    t.guild.addMember(WOLF, ['1500000000000000020']);
    await t.db.execute(SET_RANK, { rank_id: t.clan.rank('Captain').id, discord_id: WOLF });
    await performDiscordRoles(await move('Captain', 'Soldier'), t.context);
    expect(held()).toEqual([SOLDIER]);
  });
});
