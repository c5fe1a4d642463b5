import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { sql } from '../../shared/database/database.ts';
import { jobCall } from '../../test/storm/processes.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { openTestWorld, type TestWorld } from '../../test/support/world.ts';
import { syncRanks } from './sync-ranks.ts';

const ENLIST_ROLE = '1100000000000000601';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A fortieth of the job's real time, for a tenth of a large clan. */
const RUN_MS = 45_000;
const CALLS_A_MINUTE = 300;

const ADD_MEMBER = sql`
INSERT INTO members (discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, roblox_role_ids, joined_at,
  linked_at, synced_at)
VALUES (:discord_id, :roblox_user_id, :roblox_name, :roblox_name_key, :rank_id, '90001,90002', 1, 1, 1)`;
const WRITTEN = sql`SELECT roblox_user_id, rank_id FROM members WHERE synced_at > 1 ORDER BY LENGTH(roblox_user_id), roblox_user_id`;

/** Linked members who are all in sync, in a group that has a tenth more. Roblox takes its time and keeps its limits. */
async function clanOf(members: number): Promise<TestWorld> {
  const t = await openTestWorld({ settings: { sync: { all_members: true } } });
  t.guild.addRole({ id: ENLIST_ROLE, name: 'Enlist' });
  const rows = Array.from({ length: members }, (_, index) => ({
    discord_id: person(index + 1),
    roblox_user_id: String(index + 1),
    roblox_name: `Roblox${index + 1}`,
    roblox_name_key: `roblox${index + 1}`,
    rank_id: t.clan.rank('Enlist').id,
  }));
  await t.db.executeMany(ADD_MEMBER, rows);
  for (const { discord_id, roblox_user_id } of rows) {
    t.guild.addMember(discord_id, [ENLIST_ROLE]);
    t.group.put(roblox_user_id, { roleIds: ['90002'] });
  }
  t.group.addStrangers(members / 10);
  t.group.limits = 'real';
  for (const method of ['groupMemberships', 'memberships', 'usersById'] as const)
    t.roblox.before(method, async () => {
      t.clock.now += 400;
    });
  t.discord.before('members', async () => {
    t.clock.now += 700;
  });
  return t;
}

async function runJob(t: TestWorld, runMs = RUN_MS) {
  const begun = t.clock.now;
  const call = jobCall(t.clanContext, 'sync-ranks', 'tophat');
  const answer = await syncRanks({ ...call, deadline: begun + runMs });
  return { answer, tookMs: t.clock.now - begun };
}

it('a clan larger than a run is synced over several, each within its time and everybody once', async () => {
  const members = 10_000;
  const t = await clanOf(members);
  const moved = Array.from({ length: 30 }, (_, index) => 1 + index * 333);
  for (const number of moved) t.group.put(String(number), { roleIds: ['90045'] });
  t.group.put('9999', { roleIds: null });
  const runs: unknown[] = [];
  let checked = 0;
  for (let hour = 0; hour < 12 && runs.length === hour; hour += 1) {
    t.clock.now = NOON + hour * HOUR_MS;
    t.group.faults.add({ route: /GET .*memberships$/, status: 429, retryAfter: 12, times: 1 });
    const { answer, tookMs } = await runJob(t);
    expect(tookMs).toBeLessThanOrEqual(RUN_MS);
    expect(answer['checked']).toBeGreaterThan(checked);
    checked = Number(answer['checked']);
    runs.push(answer);
    if (answer['finished'] !== true) continue;
    expect(answer).toMatchObject({
      checked: members,
      updated: 30,
      skipped: 1,
      inSync: members - 31,
      failed: 0,
    });
    break;
  }
  expect(runs.length).toBeGreaterThan(2);
  expect(runs.at(-1)).toMatchObject({ finished: true });

  const Row = z.object({ roblox_user_id: z.string(), rank_id: z.string() });
  const written = await t.db.query(Row, WRITTEN);
  expect(written.map((row) => Number(row.roblox_user_id))).toEqual([...moved, 9_999]);
  expect(written.filter((row) => row.rank_id === t.clan.rank('Soldier').id)).toHaveLength(30);
  // Each page of the group once, and once more where a run had stopped on it or was told to wait.
  expect(t.group.requests.count(/memberships$/)).toBeLessThan(110 + 3 * runs.length);
  const perMinute = new Map<number, number>();
  for (const { at } of t.group.requests.list(/memberships$/)) {
    const minute = Math.floor(at / MINUTE_MS);
    perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
  }
  expect(Math.max(...perMinute.values())).toBeLessThanOrEqual(CALLS_A_MINUTE);
  expect(t.group.requests.invalid()).toBe(runs.length);

  t.clock.now += HOUR_MS;
  const again = await runJob(t, HOUR_MS);
  expect(again.answer).toMatchObject({ finished: true, checked: members, updated: 0 });
  expect(t.discord.of('addRole')).toHaveLength(30);
}, 120_000);

// What is kept, not what is used.
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
function kept(): number {
  if (typeof collect !== 'function') throw new Error('the garbage collector cannot be called');
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

it('a sync keeps a few bytes of each member of a large clan, and no more', async () => {
  const grown: number[] = [];
  for (const members of [2_000, 2_000, 10_000]) {
    const t = await clanOf(members);
    const before = kept();
    let most = 0;
    const pages = members / 100;
    let page = 0;
    t.roblox.before('groupMemberships', async () => {
      page += 1;
      // What the test itself writes down of each call.
      t.lines.length = 0;
      t.roblox.calls.length = 0;
      t.group.requests.clear();
      if (page % Math.floor(pages / 4) === 0) most = Math.max(most, kept() - before);
    });
    expect((await runJob(t, HOUR_MS)).answer).toMatchObject({ finished: true, checked: members });
    grown.push(most);
  }
  const [, small = 0, large = 0] = grown;
  // At most 32 of the accounts seen and 24 of the guild's list; lists of texts would be 300 and more.
  expect((large - small) / 8_000).toBeLessThan(150);
}, 120_000);
