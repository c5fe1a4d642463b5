import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { person, TEST_SETTINGS } from '../../test/support/clan.ts';
import { type HttpTest, openHttpTest } from '../../test/support/http-test.ts';
import { sql } from '../database/database.ts';
import { findMember } from '../members/member.ts';
import { changeTransaction } from '../outbox/change-transaction.ts';
import { changeRank } from '../ranks/change-rank.ts';
import { findRankChange } from '../ranks/rank-change.ts';
import { performRobloxRoles } from './perform-roblox-roles.ts';
import { servicePauses } from './service-pause.ts';

const WOLF = person(1);
const ACCOUNT = '777';
const MEMBERSHIP = Buffer.from(ACCOUNT).toString('base64url');
const TEST_GROUP = TEST_SETTINGS.roblox_group_id;
const [PENDING, ENLIST, FRIEND, SOLDIER, VETERAN] = ['90001', '90002', '90030', '90045', '90118'] as const;
const DUE = sql`SELECT kind FROM outbox WHERE status = 'due' AND effect_id LIKE :base ORDER BY ordinal`;
const SEEN = sql`UPDATE members SET roblox_role_ids = :role_ids WHERE discord_id = :discord_id`;
const UNLINK = sql`UPDATE members SET roblox_user_id = NULL WHERE discord_id = :discord_id`;

let t: HttpTest;
let moves: number;

async function open(
  refusal: 'show' | 'compensate' = 'show',
  rank = 'Pending',
  roles: readonly string[] = [PENDING, FRIEND],
) {
  t = await openHttpTest({ roblox_refusal: refusal });
  moves = 0;
  await t.clan.seed({ discordId: WOLF, robloxUserId: ACCOUNT, rank, points: 7 });
  t.group.put(ACCOUNT, { roleIds: roles });
}
async function reopen(...how: Parameters<typeof open>) {
  await open(...how);
}
beforeEach(() => open());

async function move(to: string) {
  moves += 1;
  const { changeId } = await t.db.transaction(async (queryable) => {
    const tx = changeTransaction(queryable, {
      base: `170000000000000000${moves}`,
      now: t.context.now() + moves,
    });
    const member = await findMember(tx, WOLF);
    if (member === undefined) throw new Error('nobody there');
    const { clan, context } = t;
    const now = context.now() + moves;
    const rank = { member, to: clan.rank(to), ranks: clan.ranks, settings: context.settings, now };
    return changeRank(tx, { ...rank, cause: 'promote', actorId: null, roblox: 'write' });
  });
  return { kind: 'roblox-roles', memberId: WOLF, changeId } as const;
}
const held = () => [...(t.group.members.get(ACCOUNT) ?? [])].sort();
const path = (action: string) =>
  `/cloud/v2/groups/${t.context.clan.robloxGroupId}/memberships/${MEMBERSHIP}:${action}`;
const refuse = (action: string, status = 403) =>
  t.fails(`POST ${path(action)}`, { status, body: { code: 'PERMISSION_DENIED', message: 'No' } });
const stateOf = async (changeId: string) => (await findRankChange(t.db, changeId))?.robloxState;
const wolf = () => findMember(t.db, WOLF);

describe('a promotion', () => {
  it('assigns the new role, then unassigns the old one, and touches no other', async () => {
    await reopen('show', 'Enlist', [PENDING, ENLIST, FRIEND]);
    const effect = await move('Soldier');
    expect(await performRobloxRoles(effect, t.context)).toEqual({ done: 'Soldier given, Enlist taken' });
    expect(t.writes()).toEqual([`POST ${path('assignRole')}`, `POST ${path('unassignRole')}`]);
    expect(held()).toEqual([PENDING, FRIEND, SOLDIER]);
  });

  it('asks nobody to lose the base role, which every member holds', async () => {
    refuse('unassignRole');
    for (const rank of ['Enlist', 'Pending', 'Enlist', 'Pending', 'Soldier']) {
      t.group.put(ACCOUNT, { roleIds: [PENDING, FRIEND] });
      const result = await performRobloxRoles(await move(rank), t.context);
      expect(result, rank).toHaveProperty('done');
    }
    expect(t.writes()).not.toContain(`POST ${path('unassignRole')}`);
    expect(await servicePauses(t.db)).toEqual([]);
    expect((await wolf())?.robloxRoleIds).toEqual([PENDING, SOLDIER]);
  });

  it('is on record as done, with the rank roles that were written', async () => {
    const effect = await move('Enlist');
    await performRobloxRoles(effect, t.context);
    expect(await stateOf(effect.changeId)).toBe('done');
    expect((await wolf())?.robloxRoleIds).toEqual([PENDING, ENLIST]);
  });

  it('performed a second time calls nothing', async () => {
    const effect = await move('Enlist');
    await performRobloxRoles(effect, t.context);
    const before = t.writes().length;
    expect(await performRobloxRoles(effect, t.context)).toEqual({ done: 'nothing to change' });
    expect(t.writes()).toHaveLength(before);
  });

  it('between two ranks with one role calls nothing and takes nothing', async () => {
    await reopen('show', 'Veteran', [VETERAN]);
    const effect = await move('Queen');
    expect(await performRobloxRoles(effect, t.context)).toEqual({ done: 'nothing to change' });
    expect(held()).toEqual([PENDING, VETERAN]);
    expect(await stateOf(effect.changeId)).toBe('done');
  });

  it('followed by a demotion while it still waits ends at the rank of the demotion', async () => {
    const up = await move('Enlist');
    const down = await move('Pending');
    await performRobloxRoles(up, t.context);
    await performRobloxRoles(down, t.context);
    expect(t.writes()).toEqual([]);
    expect(held()).toEqual([PENDING, FRIEND]);
    expect([await stateOf(up.changeId), await stateOf(down.changeId)]).toEqual(['done', 'done']);
  });

  it('whose old role cannot be taken has still reached Roblox', async () => {
    await reopen('show', 'Enlist', [PENDING, ENLIST, FRIEND]);
    refuse('unassignRole');
    const effect = await move('Soldier');
    expect(await performRobloxRoles(effect, t.context)).toEqual({
      failed: expect.stringMatching(/^Soldier given, Enlist could not be taken: /),
    });
    expect(await stateOf(effect.changeId)).toBe('done');
    expect(held()).toEqual([PENDING, ENLIST, FRIEND, SOLDIER]);
    expect((await wolf())?.robloxRoleIds).toEqual([PENDING, ENLIST, SOLDIER]);
  });
});

describe('a rank that was changed on the Roblox site while the change from here waited', () => {
  const LOG = sql`SELECT payload FROM outbox WHERE kind = 'message'`;
  const logged = async () =>
    (await t.db.query(z.object({ payload: z.string() }), LOG)).map((row) => row.payload);
  /** As reading Roblox right before a promotion leaves it. */
  const seen = (...roleIds: string[]) =>
    t.db.execute(SEEN, { role_ids: roleIds.join(','), discord_id: WOLF });

  it('holds: the promotion is taken back with the points it reset, nothing is written, and the log says so', async () => {
    await seen(PENDING);
    const effect = await move('Enlist');
    expect((await wolf())?.points).toBe(0);
    t.group.put(ACCOUNT, { roleIds: [PENDING, VETERAN] });
    expect(await performRobloxRoles(effect, t.context)).toEqual({
      failed: expect.stringContaining('Roblox wins: it is Veteran now'),
    });
    expect(t.writes()).toEqual([]);
    expect(await stateOf(effect.changeId)).toBe('compensated');
    expect(await wolf()).toMatchObject({
      rankId: t.clan.rank('Veteran').id,
      robloxRoleIds: [PENDING, VETERAN],
    });
    expect(await logged()).toEqual([expect.stringContaining('Roblox wins with **Veteran**')]);
  });

  it('gives the points back when it was a demotion there', async () => {
    await reopen('show', 'Enlist', [PENDING, ENLIST]);
    await seen(PENDING, ENLIST);
    const effect = await move('Soldier');
    t.group.put(ACCOUNT, { roleIds: [PENDING] });
    expect(await performRobloxRoles(effect, t.context)).toHaveProperty('failed');
    expect(await wolf()).toMatchObject({ rankId: t.clan.rank('Pending').id, points: 7 });
  });

  it('wins over all changes that wait, and once', async () => {
    await seen(PENDING);
    const first = await move('Enlist');
    const second = await move('Soldier');
    t.group.put(ACCOUNT, { roleIds: [PENDING, VETERAN] });
    for (const effect of [first, first, second]) await performRobloxRoles(effect, t.context);
    expect(t.writes()).not.toContain(`POST ${path('assignRole')}`);
    expect((await wolf())?.rankId).toBe(t.clan.rank('Veteran').id);
    expect(await logged()).toHaveLength(1);
  });

  it('is not what an earlier attempt of the bot wrote before it died', async () => {
    await seen(PENDING);
    const first = await move('Enlist');
    t.group.put(ACCOUNT, { roleIds: [ENLIST] });
    await move('Soldier');
    expect(await performRobloxRoles(first, t.context)).toHaveProperty('done');
    expect(held()).toEqual([PENDING, ENLIST, SOLDIER]);
  });

  it('does not count when only roles without a rank, or lower ones, came along', async () => {
    await reopen('show', 'Enlist', [PENDING, ENLIST]);
    await seen(PENDING, ENLIST);
    const effect = await move('Soldier');
    t.group.put(ACCOUNT, { roleIds: [PENDING, ENLIST, FRIEND] });
    expect(await performRobloxRoles(effect, t.context)).toEqual({ done: 'Soldier given, Enlist taken' });
  });
});

describe('a failure that passes', () => {
  it.each([
    ['a lost connection', { drop: true }],
    ['a limit', { status: 429, retryAfter: 60 }],
    ['a server error', { status: 503 }],
  ])('(%s) leaves the change open and takes nothing', async (_, failure) => {
    t.fails(`POST ${path('assignRole')}`, failure);
    const effect = await move('Enlist');
    await expect(performRobloxRoles(effect, t.context)).rejects.toMatchObject({ retryable: true });
    expect(await stateOf(effect.changeId)).toBe('waiting');
    expect(held()).toEqual([PENDING, FRIEND]);
  });

  it('(a key that is not accepted) refuses no rank', async () => {
    refuse('assignRole', 401);
    const effect = await move('Enlist');
    await expect(performRobloxRoles(effect, t.context)).rejects.toMatchObject({ status: 401 });
    expect(await stateOf(effect.changeId)).toBe('waiting');
  });
});

describe('a refusal for good', () => {
  it('keeps the rank and holds it, when the clan shows refusals', async () => {
    refuse('assignRole');
    const effect = await move('Enlist');
    expect(await performRobloxRoles(effect, t.context)).toEqual({
      failed: expect.stringContaining('out of sync'),
    });
    expect(await wolf()).toMatchObject({
      rankId: t.clan.rank('Enlist').id,
      refusedChangeId: effect.changeId,
      robloxRoleIds: [PENDING],
    });
    expect(await stateOf(effect.changeId)).toBe('refused');
    expect(held()).toEqual([PENDING, FRIEND]);
    expect(await servicePauses(t.db)).toEqual([]);
    expect(t.lines.filter((line) => line.includes('"level":"warning"'))).toHaveLength(1);
  });

  it('takes rank and points back, when the clan compensates', async () => {
    await reopen('compensate');
    refuse('assignRole');
    const effect = await move('Enlist');
    expect((await wolf())?.points).toBe(0);
    expect(await performRobloxRoles(effect, t.context)).toEqual({
      failed: expect.stringContaining('taken back to Pending'),
    });
    expect(await wolf()).toMatchObject({
      rankId: t.clan.rank('Pending').id,
      points: 7,
      refusedChangeId: null,
    });
    expect(await stateOf(effect.changeId)).toBe('compensated');
    const rows = await t.db.query(z.object({ kind: z.string() }), DUE, { base: '%' });
    expect(rows.filter((row) => row.kind === 'discord-roles')).toHaveLength(2);
  });

  it.each([
    ['the group', `GET /cloud/v2/groups/${TEST_GROUP}/roles`],
    ['the member', `GET /cloud/v2/groups/${TEST_GROUP}/memberships`],
  ])('(Roblox does not show %s) ends the change as the clan chose, with the reason', async (_, route) => {
    const unseen = { status: 403, body: { code: 'PERMISSION_DENIED', message: 'No' } };
    t.fails(route, unseen);
    const shown = await move('Enlist');
    expect(await performRobloxRoles(shown, t.context)).toEqual({
      failed: expect.stringMatching(/403.*out of sync/),
    });
    expect(await stateOf(shown.changeId)).toBe('refused');
    expect((await wolf())?.refusedChangeId).toBe(shown.changeId);
    expect((await servicePauses(t.db))[0]).toMatchObject({ service: 'roblox', deniedCount: 1 });

    await reopen('compensate');
    t.fails(route, unseen);
    const takenBack = await move('Enlist');
    expect(await performRobloxRoles(takenBack, t.context)).toHaveProperty('failed');
    expect(await wolf()).toMatchObject({ rankId: t.clan.rank('Pending').id, points: 7 });
  });

  it('is compensated once, however often it is performed', async () => {
    await reopen('compensate');
    refuse('assignRole');
    const effect = await move('Enlist');
    await performRobloxRoles(effect, t.context);
    await performRobloxRoles(effect, t.context);
    expect(await wolf()).toMatchObject({ rankId: t.clan.rank('Pending').id, points: 7 });
  });

  it('of a change that another one followed takes nothing back', async () => {
    await reopen('compensate');
    refuse('assignRole');
    const first = await move('Enlist');
    await move('Soldier');
    expect(await performRobloxRoles(first, t.context)).toEqual({
      failed: expect.stringContaining('another rank'),
    });
    expect(await stateOf(first.changeId)).toBe('refused');
    expect((await wolf())?.rankId).toBe(t.clan.rank('Soldier').id);
  });

  it('leaves an old role that the next change takes as well', async () => {
    await reopen('show', 'Enlist', [PENDING, ENLIST, FRIEND]);
    refuse('assignRole');
    await performRobloxRoles(await move('Soldier'), t.context);
    t.mend();
    const next = await move('Veteran');
    expect(await performRobloxRoles(next, t.context)).toEqual({ done: 'Veteran given, Enlist taken' });
    expect(held()).toEqual([PENDING, FRIEND, VETERAN]);
  });

  it('is what somebody outside the group gets', async () => {
    t.group.put(ACCOUNT, { roleIds: null });
    const effect = await move('Enlist');
    expect(await performRobloxRoles(effect, t.context)).toEqual({
      failed: expect.stringContaining('not in the Roblox group'),
    });
    expect((await wolf())?.refusedChangeId).toBe(effect.changeId);
  });
});

it('does nothing for somebody who is no longer linked or no longer known', async () => {
  const effect = await move('Enlist');
  await t.db.execute(UNLINK, { discord_id: WOLF });
  expect(await performRobloxRoles(effect, t.context)).toHaveProperty('failed');
  expect(await stateOf(effect.changeId)).toBe('refused');
  const stranger = { ...effect, memberId: person(2) };
  expect(await performRobloxRoles(stranger, t.context)).toHaveProperty('done');
  expect(t.writes()).toEqual([]);
});
