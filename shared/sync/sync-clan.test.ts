import { beforeEach, describe, expect, it } from 'vitest';
import { passing } from '../../test/support/broken-database.ts';
import { leaveDueEffect, NOON, person } from '../../test/support/clan.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { robloxError } from '../../test/support/recorded.ts';
import { openTestWorld, type TestWorld } from '../../test/support/world.ts';
import { type Database, type Queryable, sql } from '../database/database.ts';
import { findMember } from '../members/member.ts';
import { RobloxError } from '../roblox/errors.ts';
import { AccountSet } from './account-set.ts';
import { NAME_CALLS } from './accounts-of-members.ts';
import { applyToMember } from './apply-to-member.ts';
import { lineMarkdown } from './report-message.ts';
import { type SyncRun, type SyncStep, syncClan } from './sync-clan.ts';

const PENDING = '90001';
const ENLIST = '90002';
const SOLDIER = '90045';
const SHARED = '90118';
const FRIEND = '90030';

const PROMOTE = sql`
UPDATE members SET rank_id = :rank_id, roblox_role_ids = '90001,90045', synced_at = :now WHERE roblox_user_id = '7'`;

let t: TestWorld;
let clan: TestWorld['clan'];

beforeEach(async () => {
  t = await openTestWorld();
  clan = t.clan;
});

/** Somebody linked and synced before, who holds these roles on Roblox now. Undefined: not in the group. */
async function member(number: number, rank: string, was: string, now: readonly string[] | undefined) {
  const userId = String(number);
  await clan.seed({
    discordId: person(number),
    robloxUserId: userId,
    robloxName: `Name${number}`,
    rank,
    robloxRoleIds: [PENDING, was],
    syncedAt: NOON - 3_600_000,
  });
  if (now !== undefined) t.group.put(userId, { roleIds: now });
}

async function run(options: Partial<SyncRun> & { db?: Database; all?: true } = {}) {
  const settings = { ...SETTINGS, sync: { all_members: options.all ?? false } };
  const context = { ...t.clanContext, settings, db: options.db ?? t.db };
  const before = t.discord.of('addRole').length;
  const deadline = options.deadline ?? NOON + 60_000;
  const result = await syncClan(context, {
    actorId: null,
    deadline,
    from: undefined,
    seen: new AccountSet(),
    onMember: applyToMember(context, { actorId: null, deadline, sayAll: false, locale: 'en' }),
    onChunk: async () => undefined,
    nameCalls: 0,
    locale: 'en',
    sleep: async () => undefined,
    ...options,
  });
  const given = t.discord.of('addRole').slice(before);
  return {
    ...result,
    said: result.report.lines.map((line) => lineMarkdown('en', line)),
    given: given.map(([user, role]) => [user, role]),
  };
}

const rankOf = async (number: number) => {
  const found = await findMember(clan.db, person(number));
  return clan.ranks.find((rank) => rank.id === found?.rankId)?.name;
};

describe('a sync', () => {
  it('that runs out of time while it lists the guild goes on at the next run', async () => {
    await member(1, 'Enlist', ENLIST, [SOLDIER]);
    t.discord.before('members', async () => {
      t.clock.now += 60_000;
    });
    expect(await run({ all: true })).toMatchObject({ finished: false, report: { checked: 0 } });
    expect(t.discord.of('members')).toHaveLength(1);
  });

  it('takes over a rank that was changed on Roblox, and gives its Discord role', async () => {
    await member(1, 'Enlist', ENLIST, [SOLDIER]);
    const { report, given, said } = await run();
    expect(await rankOf(1)).toBe('Soldier');
    expect(report).toMatchObject({ checked: 1, updated: 1, lineCount: 1 });
    expect(said[0]).toContain('**Enlist** → **Soldier**');
    expect(given.map(([user]) => user)).toEqual([person(1)]);
  });

  it('changes nothing at the second run', async () => {
    await member(1, 'Enlist', ENLIST, [SOLDIER]);
    await run();
    const { report } = await run();
    expect(report).toMatchObject({ checked: 1, inSync: 1, updated: 0, lines: [] });
  });

  it('leaves two ranks with one Roblox role as they are', async () => {
    await member(1, 'Queen', SHARED, [SHARED]);
    await member(2, 'Veteran', SHARED, [SHARED]);
    const { report } = await run();
    expect(report.inSync).toBe(2);
    expect([await rankOf(1), await rankOf(2)]).toEqual(['Queen', 'Veteran']);
  });

  it('says each of: left the group, account gone, no matching role; and goes on', async () => {
    t.group.makeBase(FRIEND);
    await member(1, 'Enlist', ENLIST, undefined);
    await member(2, 'Enlist', ENLIST, undefined);
    t.group.remove('2');
    await member(3, 'Enlist', ENLIST, [FRIEND]);
    await member(4, 'Enlist', ENLIST, [SOLDIER]);
    const { report, said } = await run();
    const of = (number: number) => said.find((line) => line.startsWith(`<@${person(number)}>`));
    expect(of(1)).toContain('no longer in the Roblox group');
    expect(of(2)).toContain('no longer exists or is banned');
    expect(of(3)).toContain('No rank of the clan belongs');
    expect(of(4)).toContain('**Soldier**');
    expect(report).toMatchObject({ checked: 4, skipped: 3, updated: 1, failed: 0 });
    expect(await rankOf(1)).toBe('Enlist');
  });

  it('says of somebody whose rank changed that they have left the server', async () => {
    await member(1, 'Enlist', ENLIST, [SOLDIER]);
    t.guild.state.members.delete(person(1));
    const { report, said } = await run();
    expect(report).toMatchObject({ updated: 1, failed: 0 });
    expect(said).toEqual([
      expect.stringContaining('**Enlist** → **Soldier**'),
      expect.stringContaining('has left the Discord server'),
    ]);
  });

  it('does not say again what it said before, unless asked to', async () => {
    await member(1, 'Enlist', ENLIST, undefined);
    await run();
    expect((await run()).report).toMatchObject({ skipped: 1, lines: [] });
    const { said } = await run({
      onMember: applyToMember(t.clanContext, {
        actorId: null,
        deadline: NOON + 60_000,
        sayAll: true,
        locale: 'en',
      }),
    });
    expect(said).toHaveLength(1);
  });

  it('skips a member whose earlier change is still on its way to Roblox', async () => {
    await member(1, 'Soldier', ENLIST, [PENDING]);
    await leaveDueEffect(clan.db, `roblox:${person(1)}`);
    const { said } = await run();
    expect(await rankOf(1)).toBe('Soldier');
    expect(said[0]).toContain('still on its way');
  });

  it('keeps new Roblox names where it may ask for them, and counts those members as updated', async () => {
    await member(1, 'Enlist', ENLIST, [ENLIST]);
    await member(2, 'Enlist', ENLIST, undefined);
    t.group.put('1', { name: 'Grey' });
    t.group.put('2', { name: 'Brown' });
    const { report, namesUnread, said } = await run({ nameCalls: 1 });
    expect(report).toMatchObject({ updated: 2, inSync: 0 });
    expect(said.join('\n')).toMatch(/Renamed on Roblox, Name1 → Grey\.[\s\S]*Name2 → Brown/);
    expect((await findMember(clan.db, person(1)))?.robloxName).toBe('Grey');
    expect(namesUnread).toBe(0);
    expect((await run({ nameCalls: 1 })).report).toMatchObject({ updated: 0, inSync: 1 });
  });

  it('asks for no more names than it may, and for none when Roblox does not say them', async () => {
    for (let number = 1; number <= 250; number += 1) await member(number, 'Enlist', ENLIST, [ENLIST]);
    // The first page of the group holds its owner as well.
    expect((await run({ nameCalls: 2 })).namesUnread).toBe(51);
    expect(t.roblox.of('usersById')).toHaveLength(2);
    t.roblox.fail('usersById', robloxError(503), 9);
    const { namesUnread, report } = await run({ nameCalls: 60 });
    const asked = t.roblox.of('usersById').length - 2;
    expect({ namesUnread, asked, failed: report.failed }).toEqual({ namesUnread: 250, asked: 1, failed: 0 });
  });

  it('says one member failed and goes on with the others', async () => {
    await member(1, 'Enlist', ENLIST, [SOLDIER]);
    await member(2, 'Enlist', ENLIST, [SOLDIER]);
    let calls = 0;
    const db = passing(clan.db, {
      transaction: (work) => {
        calls += 1;
        if (calls === 1) throw new Error('bad luck');
        return clan.db.transaction(work);
      },
    });
    const { report, said } = await run({ db });
    expect(report).toMatchObject({ failed: 1, updated: 1 });
    expect(said[0]).toContain('Nothing was changed');
  });
});

describe('a sync that may list the server', () => {
  const HAS_ENLIST = '1100000000000000601';
  beforeEach(() => {
    t.guild.addRole({ id: HAS_ENLIST, name: 'Enlist' });
    t.guild.addRole({ id: '1100000000000000602', name: 'Captain', permissions: 8n });
  });

  it('gives the Discord role of the rank to whom it is missing from, found by its name, and to nobody else', async () => {
    await member(1, 'Enlist', ENLIST, [ENLIST]);
    await member(2, 'Enlist', ENLIST, [ENLIST]);
    t.guild.addMember(person(1), [HAS_ENLIST]);
    const { report, given, said } = await run({ all: true });
    expect(given).toEqual([[person(2), HAS_ENLIST]]);
    expect(report).toMatchObject({ inSync: 1, updated: 1 });
    expect(said).toEqual([expect.stringContaining('The Discord role of **Enlist** was missing')]);
  });

  it('counts who left the server, or whose role carries power, as skipped without repeating it', async () => {
    await member(1, 'Enlist', ENLIST, [ENLIST]);
    await member(2, 'Captain', '90121', ['90121']);
    t.guild.state.members.delete(person(1));
    const { report, given, said } = await run({ all: true });
    expect([given, said, report.skipped]).toEqual([[], [], 2]);
  });
});

describe('the calls to Roblox', () => {
  it('ask for the members when the group is much larger, 50 a call', async () => {
    for (let number = 1; number <= 60; number += 1) await member(number, 'Enlist', ENLIST, [ENLIST]);
    t.group.addStrangers(5_000);
    await run();
    expect(t.roblox.counts()).toEqual({ group: 1, groupRoles: 1, memberships: 2 });
  });

  it('list the group when most of it is linked, 100 a call', async () => {
    for (let number = 1; number <= 150; number += 1) await member(number, 'Enlist', ENLIST, [ENLIST]);
    await run();
    expect(t.roblox.counts()).toEqual({ group: 1, groupRoles: 1, groupMemberships: 2 });
  });

  it('are at most 200 for 10,000 linked members in a group of 12,000, and nothing is written for them', async () => {
    for (let number = 1; number <= 10_000; number += 1) await member(number, 'Enlist', ENLIST, [ENLIST]);
    t.group.addStrangers(2_000);
    const { db, writes } = countingWrites(clan.db);
    const { report, finished } = await run({ db, nameCalls: NAME_CALLS });
    expect(finished).toBe(true);
    expect(report).toMatchObject({ checked: 10_000, inSync: 10_000 });
    expect(t.roblox.calls.length).toBeLessThanOrEqual(200);
    expect(writes()).toBe(0);
  }, 60_000);

  it('ask for all members who are newly missing from the group at once', async () => {
    for (let number = 1; number <= 120; number += 1) await member(number, 'Enlist', ENLIST, undefined);
    t.group.addStrangers(10_000);
    await run();
    expect(t.roblox.of('usersById')).toHaveLength(2);
  });

  it('are repeated after a 429, and given up when the run has no time to wait', async () => {
    await member(1, 'Enlist', ENLIST, [ENLIST]);
    const limited = new RobloxError('too many requests', {
      status: 429,
      route: 'GET /',
      retryable: true,
      retryAfterMs: 20_000,
    });
    t.roblox.fail('groupRoles', limited);
    const waits: number[] = [];
    const sleep = async (ms: number) => {
      waits.push(ms);
    };
    expect((await run({ sleep })).finished).toBe(true);
    expect(waits).toEqual([20_000]);
    t.roblox.fail('groupRoles', limited);
    expect(await run({ deadline: NOON + 10_000 })).toMatchObject({ finished: false });
  });

  it('that are paused, since Roblox denied the bot, are not waited for', async () => {
    await member(1, 'Enlist', ENLIST, [ENLIST]);
    const paused = new RobloxError('calls to Roblox are paused', {
      status: 0,
      route: 'GET /',
      retryable: true,
      retryAfterMs: 20_000,
      pause: { until: NOON + 20_000, reason: 'no' },
    });
    t.roblox.fail('groupRoles', paused);
    await expect(run()).rejects.toBe(paused);
  });
});

describe('a round over several runs', () => {
  /** Counts whom a run compares. */
  function visits() {
    const seen: string[] = [];
    const onMember: SyncRun['onMember'] = async ({ member: visited }, before) => {
      seen.push(visited.discordId);
      return { ...before, checked: before.checked + 1 };
    };
    return { seen, onMember };
  }
  /** Stops a run at its `calls`-th page or chunk; returns what the next one goes on with. */
  async function stopped(onMember: SyncRun['onMember'], calls = 1): Promise<Pick<SyncRun, 'from' | 'seen'>> {
    const seen = new AccountSet();
    let last: SyncStep | undefined;
    let steps = 0;
    const onChunk = async (step: SyncStep) => {
      last = step;
      for (const account of step.seen) seen.add(account);
      steps += 1;
      if (steps === calls) throw new Error('killed');
    };
    await expect(run({ onMember, onChunk })).rejects.toThrow('killed');
    return { from: last?.cursor, seen };
  }
  async function everybody(count: number) {
    for (let number = 1; number <= count; number += 1) await member(number, 'Enlist', ENLIST, [ENLIST]);
  }
  const sorted = (ids: readonly string[]) => [...ids].sort();
  const persons = (count: number) => Array.from({ length: count }, (_, index) => person(index + 1));

  it('goes on with the next page of the group, and compares everybody once', async () => {
    await everybody(250);
    const { seen, onMember } = visits();
    const rest = await stopped(onMember);
    expect(seen).toHaveLength(99);
    const { report, finished } = await run({ ...rest, onMember });
    expect({ finished, checked: report.checked }).toEqual({ finished: true, checked: 250 });
    expect(sorted(seen)).toEqual(sorted(persons(250)));
    expect(t.roblox.counts()).toMatchObject({ groupMemberships: 3 });
  });

  it('goes on behind the last chunk where members are asked for', async () => {
    await everybody(450);
    t.group.addStrangers(5_000);
    const { seen, onMember } = visits();
    const rest = await stopped(onMember);
    expect((await run({ ...rest, onMember })).report.checked).toBe(450);
    expect(seen).toEqual(sorted(persons(450)));
    expect(t.roblox.counts()).toMatchObject({ memberships: 9 });
  });

  it('asks for the others when Roblox does not take the token of the next page any more', async () => {
    await everybody(250);
    const { seen, onMember } = visits();
    const rest = await stopped(onMember);
    t.roblox.fail('groupMemberships', robloxError(400));
    expect((await run({ ...rest, onMember })).report.checked).toBe(250);
    expect(sorted(seen)).toEqual(sorted(persons(250)));
    expect(t.roblox.counts()).toMatchObject({ groupMemberships: 2, memberships: 4 });
  });

  it('finds a member who was linked to an account of a page that is done', async () => {
    t.group.put('900', { roleIds: [SOLDIER] });
    await everybody(250);
    const { seen, onMember } = visits();
    const rest = await stopped(onMember, 2);
    await member(900, 'Enlist', ENLIST, [SOLDIER]);
    const { report } = await run({ ...rest, onMember });
    expect([report.checked, seen.filter((id) => id === person(900)).length]).toEqual([251, 1]);
  });

  it('asks for who is not on the list and was in the group before, and for nobody else', async () => {
    await everybody(150);
    await member(151, 'Enlist', ENLIST, undefined);
    await run();
    expect(t.roblox.of('memberships')).toEqual([[['151']]]);
    const { report } = await run();
    expect(report).toMatchObject({ checked: 151, inSync: 150, skipped: 1 });
    expect(t.roblox.of('memberships')).toHaveLength(1);
  });

  it('does not take back a rank that was given while Roblox answered', async () => {
    await everybody(150);
    let once = true;
    const answer = t.group.answer.bind(t.group);
    t.group.answer = async (request) => {
      const page = await answer(request);
      if (request.path.endsWith('/memberships') && once) {
        once = false;
        t.clock.now += 100;
        await clan.db.execute(PROMOTE, { rank_id: clan.rank('Soldier').id, now: t.clock.now });
        t.clock.now += 100;
      }
      return page;
    };
    const { said } = await run();
    expect(await rankOf(7)).toBe('Soldier');
    expect(said).toEqual([expect.stringContaining(person(7))]);
    t.group.put('7', { roleIds: [SOLDIER] });
    expect((await run()).report).toMatchObject({ inSync: 150 });
  });

  it('compares no Discord roles of others where the server takes half of the run to list, and comes to its end', async () => {
    await member(1, 'Enlist', ENLIST, [SOLDIER]);
    t.guild.addRole({ id: '1100000000000000601', name: 'Soldier' });
    t.discord.before('members', async () => {
      t.clock.now += 31_000;
    });
    const { report, finished, said } = await run({ all: true });
    expect([finished, report.updated]).toEqual([true, 1]);
    expect(said[0]).toContain('Listing the members of the server took too long');
  });
});

/** The same database, counting statements that change something. */
function countingWrites(db: Database): { db: Database; writes: () => number } {
  let count = 0;
  const counting = (q: Queryable): Pick<Queryable, 'execute' | 'executeMany'> => ({
    execute: (statement, binds) => {
      count += 1;
      return q.execute(statement, binds);
    },
    executeMany: (statement, rows) => {
      count += 1;
      return q.executeMany(statement, rows);
    },
  });
  const wrapped = passing(db, {
    ...counting(db),
    transaction: (work) => {
      count += 1;
      return db.transaction(work);
    },
  });
  return { db: wrapped, writes: () => count };
}
