import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, sql } from '../../shared/database/database.ts';
import { findEvent } from '../../shared/events/event.ts';
import { findMember } from '../../shared/members/member.ts';
import { awardPoints, removePoints } from '../../shared/points/ledger.ts';
import { ledgerDifferences } from '../../shared/points/ledger-differences.ts';
import { pointHistory } from '../../shared/points/point-entry.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { rankChangesOf } from '../../shared/ranks/rank-change.ts';
import { changeSetting, loadSettings } from '../../shared/settings/settings-store.ts';
import { changeOld, type OldData, oldDatabase, oldId, removeOld } from '../../test/support/old-bot.ts';
import {
  compared,
  countAll,
  emptyClan,
  IMPORTED_AT,
  importOld,
  robloxWith,
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

const many = (count: number) => Array.from({ length: count }, () => ({}));
const names = (count: number) => Array.from({ length: count }, (_, index) => `WOLF_${index}`);

describe('a second import', () => {
  it('changes nothing when the old data is the same', async () => {
    const path = old({
      members: many(30),
      submissions: [{ status: 'approved', points_awarded: 3 }, {}],
      blacklist: [{}],
      config: { admin_channel_id: '900000000000000001' },
    });
    const options = { roblox: robloxWith(names(30)) };
    const first = await importOld(db, path, options);
    const after = await countAll(db);
    const second = await importOld(db, path, options);
    expect(await countAll(db)).toEqual(after);
    expect(first.changes).toBeGreaterThan(0);
    expect(second.changes).toBe(0);
    expect(second.comparison.rows()).toEqual(first.comparison.rows());
    expect(second.list).toEqual(first.list);
  });

  it('brings what the old bot changed meanwhile: points by a further entry, ranks, decisions, newcomers', async () => {
    const path = old({ members: many(3), submissions: many(2) });
    await importOld(db, path);
    changeOld(
      path,
      `UPDATE members SET points = points + 5, total_points = total_points + 5 WHERE discord_id = ${oldId(0)}`,
      `UPDATE members SET points = 0, current_rank = 3 WHERE discord_id = ${oldId(1)}`,
      `UPDATE raid_submissions SET status = 'approved', points_awarded = 5, admin_id = ${oldId(2)} WHERE submission_id = 1`,
      `INSERT INTO members VALUES (${oldId(3)}, 'Late', 1, 9, 9, '2026-02-01T10:00:00.1')`,
    );
    const report = await importOld(db, path);
    expect(compared(report, 'points')).toEqual([18, 18]);
    expect(await findMember(db, String(oldId(0)))).toMatchObject({ points: 6, totalPoints: 106 });
    expect((await pointHistory(db, String(oldId(0)), { page: 1, pageSize: 5 })).entries).toHaveLength(2);
    const veteran = (await listRanks(db))[2]?.id;
    expect(await findMember(db, String(oldId(1)))).toMatchObject({
      points: 0,
      totalPoints: 102,
      rankId: veteran,
    });
    expect(await rankChangesOf(db, String(oldId(1)), 5)).toHaveLength(2);
    expect(await findEvent(db, '1')).toMatchObject({
      status: 'approved',
      points: 5,
      decidedBy: String(oldId(2)),
    });
    expect(await findMember(db, String(oldId(3)))).toMatchObject({ points: 9 });
    expect(await ledgerDifferences(db)).toEqual([]);
  });

  it('keeps what happened here: points, ranks, decisions, settings, links', async () => {
    const path = old({
      members: many(3),
      submissions: many(1),
      config: { admin_channel_id: '900000000000000001' },
    });
    await importOld(db, path, { roblox: robloxWith(names(3)) });
    const id = String(oldId(0));
    await db.transaction((tx) =>
      awardPoints(tx, {
        entryId: '1-1',
        memberId: id,
        amount: 4,
        reason: null,
        kind: 'award',
        actorId: null,
        now: IMPORTED_AT,
        timeZone: 'UTC',
      }),
    );
    const veteran = (await listRanks(db))[2]?.id ?? '';
    await db.execute(sql`UPDATE members SET rank_id = :rank_id WHERE discord_id = :discord_id`, {
      rank_id: veteran,
      discord_id: String(oldId(1)),
    });
    await db.execute(sql`UPDATE members SET roblox_user_id = '999' WHERE discord_id = :discord_id`, {
      discord_id: String(oldId(2)),
    });
    await db.execute(sql`UPDATE events SET status = 'declined' WHERE event_id = '1'`);
    await db.transaction((tx) =>
      changeSetting(tx, 'channels.admin', '900000000000000009', null, IMPORTED_AT),
    );

    const report = await importOld(db, path, { roblox: robloxWith(names(3)) });
    expect(await findMember(db, id)).toMatchObject({ points: 5, totalPoints: 105 });
    expect(await findMember(db, String(oldId(1)))).toMatchObject({ rankId: veteran });
    expect(await findMember(db, String(oldId(2)))).toMatchObject({ robloxUserId: '999' });
    expect(await findEvent(db, '1')).toMatchObject({ status: 'declined' });
    expect((await loadSettings(db)).channels.admin).toBe('900000000000000009');
    for (const kind of ['rank-kept', 'other-account', 'decided-here', 'setting-kept'] as const)
      expect(report.anomalies.count(kind), kind).toBe(1);
    expect(await ledgerDifferences(db)).toEqual([]);
  });

  it('does not bring back who was deleted or taken off the blacklist here', async () => {
    const path = old({ members: many(3), blacklist: [{}] });
    await importOld(db, path);
    const binds = { discord_id: String(oldId(1)) };
    await db.execute(
      sql`UPDATE point_entries SET member_id = NULL, once_key = NULL WHERE member_id = :discord_id`,
      binds,
    );
    await db.execute(sql`DELETE FROM members WHERE discord_id = :discord_id`, binds);
    await db.execute(sql`DELETE FROM blacklist`);
    const report = await importOld(db, path);
    expect(await findMember(db, String(oldId(1)))).toBeUndefined();
    expect(report.anomalies.count('deleted-here')).toBe(1);
    expect(report.anomalies.count('blacklist-removed-here')).toBe(1);
    expect(await countAll(db)).toMatchObject({ members: 2, blacklist: 0 });
  });

  it('stops at 0 where the old bot took more than is left here', async () => {
    const path = old({ members: [{ points: 30, total_points: 30 }] });
    await importOld(db, path);
    const id = String(oldId(0));
    await db.transaction((tx) =>
      removePoints(tx, {
        entryId: '1-1',
        memberId: id,
        amount: 25,
        reason: null,
        actorId: null,
        now: IMPORTED_AT,
        timeZone: 'UTC',
      }),
    );
    changeOld(path, 'UPDATE members SET points = 0');
    const report = await importOld(db, path);
    expect(report.anomalies.count('points-stop-at-0')).toBe(1);
    expect(await findMember(db, id)).toMatchObject({ points: 0, totalPoints: 5 });
    expect(await ledgerDifferences(db)).toEqual([]);
  });

  it('adds the old points to those of somebody who came here by themselves first', async () => {
    const path = old({ members: [{ points: 3, total_points: 50, current_rank: 2 }] });
    await importOld(db, old({ members: [] }));
    const [first] = await listRanks(db);
    await db.execute(
      sql`INSERT INTO members (discord_id, roblox_user_id, roblox_name, rank_id, joined_at) VALUES (:discord_id, '55', 'Wolf_0', :rank_id, 1)`,
      { discord_id: String(oldId(0)), rank_id: first?.id ?? '' },
    );
    const report = await importOld(db, path, { roblox: robloxWith(['x', 'Wolf_0']) });
    expect(await findMember(db, String(oldId(0)))).toMatchObject({
      points: 3,
      totalPoints: 50,
      rankId: first?.id,
      robloxUserId: '55',
    });
    expect(report.anomalies.count('rank-kept')).toBe(1);
    expect(report.anomalies.count('other-account')).toBe(1);
  });
});

it('an import starts again when somebody becomes a member while it runs', async () => {
  const path = old({ members: many(2) });
  let began = 0;
  const busy: Database = {
    engine: db.engine,
    query: (row, statement, binds) => db.query(row, statement, binds),
    execute: (statement, binds) => db.execute(statement, binds),
    executeMany: (statement, rows) => db.executeMany(statement, rows),
    transaction: (work) =>
      db.transaction((tx) => {
        began += 1;
        if (began > 1) return work(tx);
        return work({
          query: (row, statement, binds) => tx.query(row, statement, binds),
          execute: (statement, binds) => tx.execute(statement, binds),
          async executeMany(statement, rows) {
            // Another transaction's row, as Oracle reports it.
            if (statement.startsWith('INSERT INTO members')) await tx.executeMany(statement, rows.slice(1));
            return tx.executeMany(statement, rows);
          },
        });
      }),
    runMigrationStatement: (text, record) => db.runMigrationStatement(text, record),
    close: () => db.close(),
  };
  await importOld(busy, path);
  expect(began).toBe(2);
  expect(await countAll(db)).toMatchObject({ members: 2, entries: 2 });
});
