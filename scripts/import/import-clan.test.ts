import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { listBlacklist } from '../../shared/blacklist/blacklist.ts';
import { type Database, sql } from '../../shared/database/database.ts';
import { findEvent, participantsOf } from '../../shared/events/event.ts';
import { findMember, findMembersByName } from '../../shared/members/member.ts';
import { ledgerDifferences } from '../../shared/points/ledger-differences.ts';
import { pointHistory } from '../../shared/points/point-entry.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { rankChangesOf } from '../../shared/ranks/rank-change.ts';
import { loadSettings } from '../../shared/settings/settings-store.ts';
import { LAYOUTS, type OldData, oldDatabase, oldId, removeOld } from '../../test/support/old-bot.ts';
import {
  compared,
  countAll,
  emptyClan,
  IMPORTED_AT,
  importOld,
  robloxWith,
  UNREACHABLE,
} from '../../test/support/old-import.ts';

let db: Database;
const paths: string[] = [];
beforeEach(async () => {
  db = await emptyClan();
});
afterEach(async () => {
  await db.close();
  for (const path of paths.splice(0)) removeOld(path);
});

function old(data: OldData): string {
  const path = oldDatabase(data);
  paths.push(path);
  return path;
}

const BIG = 1200;
const many = (count: number) => Array.from({ length: count }, () => ({}));
const names = (count: number) => Array.from({ length: count }, (_, index) => `WOLF_${index}`);

describe('the first import', () => {
  it('keeps ids to the last digit, points, lifetime points, rank and date, and links the account', async () => {
    await importOld(db, old({ members: [{ points: 7, total_points: 90, current_rank: 2 }] }), {
      roblox: robloxWith(['WOLF_0']),
    });
    const member = await findMember(db, '335431342638279001');
    expect(member).toMatchObject({
      robloxUserId: '1',
      robloxName: 'WOLF_0',
      points: 7,
      totalPoints: 90,
      joinedAt: Date.UTC(2026, 0, 1) + 753,
      linkedAt: Date.UTC(2026, 0, 1) + 753,
      syncedAt: null,
    });
    const ranks = await listRanks(db);
    expect(ranks.find((rank) => rank.id === member?.rankId)?.name).toBe('Enlist');
    expect((await findMembersByName(db, ['wolf_0'])).size).toBe(1);
  });

  it('opens the ledger with one entry per member, so that its sums are the old figures', async () => {
    const path = old({ members: many(BIG) });
    const report = await importOld(db, path);
    expect(await ledgerDifferences(db)).toEqual([]);
    expect(compared(report, 'points')).toEqual([24_600, 24_600]);
    expect(compared(report, 'lifetime points')).toEqual([144_600, 144_600]);
    expect(await countAll(db)).toMatchObject({
      members: BIG,
      entries: BIG,
      points: 24_600,
      lifetime: 144_600,
    });
    const { entries } = await pointHistory(db, String(oldId(3)), { page: 1, pageSize: 5 });
    expect(entries).toMatchObject([
      { kind: 'opening', pointsDelta: 4, lifetimeDelta: 104, reason: 'Brought from the old bot' },
    ]);
    expect(await rankChangesOf(db, String(oldId(3)), 5)).toMatchObject([
      { cause: 'import', oldRankId: null },
    ]);
  });

  it('does not count what is brought along as points of this week or month', async () => {
    await importOld(db, old({ members: many(3) }));
    const periods = sql`SELECT period_key FROM period_points`;
    expect(await db.query(z.unknown(), periods)).toEqual([]);
  });

  it('keeps submissions with their numbers, decisions and participants', async () => {
    const path = old({
      members: many(2),
      submissions: [
        { status: 'approved', points_awarded: 8, admin_id: oldId(1) },
        { status: 'declined', admin_id: oldId(1), participants: 'Wolf_0\nWolf_1\nFox;  Bear,' },
        {},
      ],
    });
    await importOld(db, path);
    expect(await findEvent(db, '1')).toMatchObject({
      type: 'Patrol',
      hostId: String(oldId(0)),
      status: 'approved',
      points: 8,
      decidedBy: String(oldId(1)),
      decidedAt: null,
      startsAt: null,
      startsText: '2:30 PM EST',
      endsText: 'late',
      submittedAt: Date.UTC(2026, 0, 1) + 753,
    });
    expect(await findEvent(db, '2')).toMatchObject({ status: 'declined', points: null });
    expect((await participantsOf(db, '2')).map((one) => one.robloxName)).toEqual([
      'Wolf_0',
      'Wolf_1',
      'Fox',
      'Bear',
    ]);
    expect(await findEvent(db, '3')).toMatchObject({ status: 'pending', decidedBy: null });
  });

  it('keeps the channels, the blacklist and the Discord roles of ranks as if commands had set them', async () => {
    const path = old({
      ranks: [
        {
          rank_order: 1,
          rank_name: 'Pending',
          points_required: 0,
          roblox_group_rank_id: 1,
          admin_only: 0,
          discord_role_id: oldId(77),
        },
      ],
      config: {
        admin_channel_id: '900000000000000001',
        public_event_log_channel_id: '900000000000000002',
        point_log_channel_id: '900000000000000003',
      },
      blacklist: [{ reason: 'spam; see #staff \u2014 \u201cban\u201d', blacklisted_by: oldId(1) }],
    });
    await importOld(db, path);
    expect((await loadSettings(db)).channels).toEqual({
      admin: '900000000000000001',
      event_log: '900000000000000002',
      point_log: '900000000000000003',
      log: null,
    });
    expect(await listRanks(db)).toMatchObject([{ discordRoleId: String(oldId(77)), roleSource: 'command' }]);
    const { entries } = await listBlacklist(db, { now: IMPORTED_AT, page: 1, pageSize: 5 });
    expect(entries).toMatchObject([
      { discordId: String(oldId(900)), createdBy: String(oldId(1)), expiresAt: null },
    ]);
  });

  it.each(LAYOUTS)('reads the layout "%s"', async (layout) => {
    const path = old({
      layout,
      members: many(3),
      submissions: [{ status: 'approved', points_awarded: 3 }],
      blacklist: layout === 'first' || layout === 'admin ranks' || layout === 'event types' ? [] : [{}],
    });
    const report = await importOld(db, path);
    expect(compared(report, 'members')).toEqual([3, 3]);
    expect(compared(report, 'ranks')).toEqual([3, 3]);
    expect(compared(report, 'submissions')).toEqual([1, 1]);
    const hasTotal = layout === 'total points';
    expect(compared(report, 'lifetime points')).toEqual(hasTotal ? [306, 306] : [6, 6]);
    const [, , veteran] = await listRanks(db);
    expect(veteran?.adminOnly).toBe(layout !== 'first');
    const type = layout === 'first' || layout === 'admin ranks' ? 'Raid' : 'Patrol';
    expect(await findEvent(db, '1')).toMatchObject({ type });
  });

  it('takes names apart from their accounts when Roblox cannot be reached, and links them the next time', async () => {
    const path = old({ members: many(3) });
    const first = await importOld(db, path, { roblox: UNREACHABLE });
    expect(first.problem).toMatch(/did not answer/);
    expect(first.anomalies.count('unasked-name')).toBe(3);
    expect(await findMember(db, String(oldId(1)))).toMatchObject({
      robloxUserId: null,
      robloxName: 'Wolf_1',
    });
    const before = await countAll(db);
    await importOld(db, path, { roblox: robloxWith(names(3)) });
    expect(await findMember(db, String(oldId(1)))).toMatchObject({ robloxUserId: '2', robloxName: 'WOLF_1' });
    expect(await countAll(db)).toEqual({ ...before, links: 3 });
  });

  it('asks Roblox for a hundred names at a time', async () => {
    const roblox = robloxWith(names(BIG));
    const report = await importOld(db, old({ members: many(BIG) }), { roblox });
    expect(roblox.calls.map((call) => call.length)).toEqual(Array.from({ length: 12 }, () => 100));
    expect(compared(report, 'with a Roblox account')).toEqual([BIG, BIG]);
  });

  it('is one transaction: what fails at the end leaves nothing', async () => {
    const path = old({ members: many(BIG), submissions: many(3) });
    const failing: Database = {
      ...db,
      engine: db.engine,
      query: (row, statement, binds) => db.query(row, statement, binds),
      transaction: (work) =>
        db.transaction((tx) =>
          work({
            query: (row, statement, binds) => tx.query(row, statement, binds),
            execute: (statement, binds) =>
              statement.includes('sync_state')
                ? Promise.reject(new Error('the power went out'))
                : tx.execute(statement, binds),
            executeMany: (statement, rows) => tx.executeMany(statement, rows),
          }),
        ),
    };
    const before = await countAll(db);
    await expect(importOld(failing, path)).rejects.toThrow('the power went out');
    expect(await countAll(db)).toEqual(before);
  });

  it('refuses to commit figures that do not add up', async () => {
    const path = old({ members: many(3) });
    const losing: Database = {
      ...db,
      engine: db.engine,
      query: (row, statement, binds) => db.query(row, statement, binds),
      transaction: (work) =>
        db.transaction((tx) =>
          work({
            query: (row, statement, binds) => tx.query(row, statement, binds),
            execute: (statement, binds) => tx.execute(statement, binds),
            executeMany: (statement, rows) =>
              tx.executeMany(statement, statement.includes('point_entries') ? rows.slice(1) : rows),
          }),
        ),
    };
    const before = await countAll(db);
    await expect(importOld(losing, path)).rejects.toThrow(/points: 6 before, 6 expected, 5 found/);
    expect(await countAll(db)).toEqual(before);
  });

  it('changes nothing in a dry run, and says the same as the import after it', async () => {
    const path = old({ members: many(3), submissions: many(2), config: { admin_channel_id: '1' } });
    const before = await countAll(db);
    const dry = await importOld(db, path, { dryRun: true });
    expect(await countAll(db)).toEqual(before);
    const real = await importOld(db, path);
    expect(real.comparison.rows()).toEqual(dry.comparison.rows());
    expect(real.list).toEqual(dry.list);
  });

  it('leaves the old file as it was, byte by byte', async () => {
    const path = old({ members: many(3) });
    const before = readFileSync(path);
    await importOld(db, path);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['tophat_clan.db']);
  });
});
