import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, sql } from '../../shared/database/database.ts';
import { migrate } from '../../shared/database/migrator.ts';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import { openSqlite } from '../../shared/database/sqlite.ts';
import { findMember } from '../../shared/members/member.ts';
import type { Effect } from '../../shared/outbox/effect.ts';
import { addToOutbox, finishInOutbox, takeFromOutbox } from '../../shared/outbox/outbox-store.ts';
import { awardPoints } from '../../shared/points/ledger.ts';
import { schemaColumns } from '../../test/sql/schema-columns.ts';
import { exported, restored } from '../../test/support/backup.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { oldDatabase, removeOld } from '../../test/support/old-bot.ts';
import { emptyClan, importOld } from '../../test/support/old-import.ts';
import { BackupError } from './backup-error.ts';
import { LEFT_OUT, LEFT_OUT_TABLES, SAVED_TABLES } from './saved-tables.ts';

const MIGRATIONS = readMigrations(resolve(import.meta.dirname, '../../sql/migrations'));
const MEMBER = '335431342638279001';

let db: Database;
let other: Database;
beforeEach(async () => {
  db = await emptyClan();
  other = await openSqlite(':memory:');
  await migrate(other, MIGRATIONS);
});
afterEach(async () => {
  await db.close();
  await other.close();
});

/** A clan with members, submissions, a ledger, and names that are hard to keep. */
async function fill(members: number): Promise<void> {
  const path = oldDatabase({
    members: Array.from({ length: members }, (_, index) => ({ roblox_username: `W${index} "ö\\🐺"` })),
    submissions: [{ status: 'approved', points_awarded: 3 }, { participants: 'Ünïcode, \u2028 line' }],
    blacklist: [{ reason: '\u201cban\u201d\nsecond line' }],
    config: { admin_channel_id: '900000000000000001' },
  });
  await importOld(db, path);
  removeOld(path);
  await db.transaction((tx) =>
    awardPoints(tx, {
      entryId: '1-1',
      memberId: MEMBER,
      amount: 4,
      kind: 'award',
      reason: 'x',
      actorId: person(1),
      now: NOON,
      timeZone: 'UTC',
    }),
  );
}

const add = (effectId: string, effect: Effect) =>
  db.transaction((tx) => addToOutbox(tx, { effectId, effect, ordinal: 1, now: NOON }));
const dm = (userId: string): Effect => ({ kind: 'dm', userId, message: { content: 'hello' } });

describe('an export', () => {
  it('restores to the same rows, counts and checksums', async () => {
    await fill(1200);
    const first = await exported(db);
    const tail = await restored(other, first.lines);
    const second = await exported(other);
    expect(second.lines).toEqual(first.lines);
    expect(second.tail).toEqual(tail);
    expect(tail.tables).toMatchObject({
      members: { rows: 1200 },
      events: { rows: 2 },
      period_points: { rows: 2 },
    });
    expect(await findMember(other, MEMBER)).toEqual(await findMember(db, MEMBER));
  });

  it('holds every table and column of the schema, or says why not', () => {
    const columns = schemaColumns(MIGRATIONS);
    const missing = columns.filter(({ table, name }) => {
      if (LEFT_OUT_TABLES[table] !== undefined || LEFT_OUT[`${table}.${name}`] !== undefined) return false;
      return SAVED_TABLES.find((each) => each.name === table)?.columns.includes(name) !== true;
    });
    expect(missing.map(({ table, name }) => `${table}.${name}`)).toEqual([]);
  });

  it('has a table before those that refer to it', () => {
    const order = SAVED_TABLES.map((table) => table.name);
    expect(order.indexOf('ranks')).toBeLessThan(order.indexOf('members'));
    expect(order.indexOf('events')).toBeLessThan(order.indexOf('event_participants'));
  });

  it('holds what is still to be done as if nobody had taken it, and no reply, whose token is a secret', async () => {
    await add('5-1', dm(person(1)));
    await add('5-2', dm(person(2)));
    await add('5-0', {
      kind: 'reply',
      applicationId: person(9),
      token: 'token-of-an-interaction',
      expiresAt: NOON,
      message: {},
    });
    await takeFromOutbox(db, '5-1', { owner: 'somebody', now: NOON });
    const row = await takeFromOutbox(db, '5-2', { owner: 'somebody', now: NOON });
    if (row !== undefined) await finishInOutbox(db, [{ row, status: 'done', result: 'sent' }], NOON);
    const { lines, tail } = await exported(db);
    expect(tail.tables['outbox']?.rows).toBe(1);
    expect(lines.join('\n')).not.toContain('token-of-an-interaction');
    expect(lines.join('\n')).not.toContain('somebody');
    await restored(other, lines);
    const taken = await takeFromOutbox(other, '5-1', { owner: 'the new one', now: NOON });
    expect(taken).toMatchObject({ kind: 'dm', attempts: 2 });
  });

  it('begins its file again when the work starts again', async () => {
    await fill(3);
    let begun = 0;
    const twice: Database = {
      engine: db.engine,
      query: (row, statement, binds) => db.query(row, statement, binds),
      execute: (statement, binds) => db.execute(statement, binds),
      executeMany: (statement, rows) => db.executeMany(statement, rows),
      transaction: async (work) => {
        await db.transaction(work);
        begun += 1;
        return db.transaction(work);
      },
      runMigrationStatement: (text, record) => db.runMigrationStatement(text, record),
      close: () => db.close(),
    };
    expect((await exported(twice)).lines).toEqual((await exported(db)).lines);
    expect(begun).toBe(1);
  });
});

describe('a restore', () => {
  it('refuses a schema that holds anything, and names what', async () => {
    await fill(3);
    const { lines } = await exported(db);
    await expect(restored(db, lines)).rejects.toThrow(/holds data already \(ranks, members, .*--replace/);
  });

  it('replaces everything when told: also what is not in the export', async () => {
    await fill(3);
    const { lines, tail } = await exported(db);
    await db.execute(sql`UPDATE members SET points = 99`);
    await db.execute(sql`INSERT INTO cooldowns (discord_id, cooldown_key, until_at) VALUES ('1', 'xp', 5)`);
    await add('6-0', { kind: 'reply', applicationId: person(9), token: 't', expiresAt: NOON, message: {} });
    await restored(db, lines, { replace: true });
    expect((await exported(db)).tail).toEqual(tail);
    const rest = await db.execute(sql`DELETE FROM outbox`);
    expect(rest).toBe(0);
  });

  const damages: readonly [what: string, damage: (lines: string[]) => void, said: RegExp][] = [
    ['is cut off', (lines) => void lines.pop(), /the file ends before its end/],
    [
      'lacks a row',
      (lines) =>
        void lines.splice(
          lines.findIndex((line) => line.includes('"blacklist"')),
          1,
        ),
      /damaged: counts or checksums differ in blacklist \(0 rows, 1 expected\)/,
    ],
    [
      'has a figure changed',
      (lines) => replaceIn(lines, '"points":2,', '"points":1000,'),
      /checksums differ in members/,
    ],
    [
      'has a checksum changed',
      (lines) => replaceIn(lines, /"members":{"rows":3,"sha256":"../, '"members":{"rows":3,"sha256":"zz'),
      /differ in members/,
    ],
    [
      'lacks a table in its end',
      (lines) => replaceIn(lines, '"blacklist":', '"blocklist":'),
      /differ in blacklist \(1 rows, none expected\)/,
    ],
    ['is not JSON', (lines) => void lines.splice(3, 1, '{"table": '), /Line 4 is not JSON/],
    [
      'lacks a column',
      (lines) => replaceIn(lines, '"category":null,', ''),
      /Line 2: the columns are not those of ranks/,
    ],
    [
      'names an unknown table',
      (lines) => replaceIn(lines, '"table":"ranks"', '"table":"sqlite_master"'),
      /Line 2: there is no such table/,
    ],
    [
      'has a value of another type',
      (lines) => replaceIn(lines, '"admin_only":0', '"admin_only":[0]'),
      /Line 2: it is neither a row/,
    ],
    ['goes on after its end', (lines) => void lines.push(lines[1] ?? ''), /more lines follow the end/],
    [
      'is of another clan',
      (lines) => replaceIn(lines, '"clan":"tophat"', '"clan":"graves_family"'),
      /export of the clan graves_family, not of tophat/,
    ],
    [
      'is of a newer version of the schema',
      (lines) => replaceIn(lines, '"schema":3', '"schema":99'),
      /schema version 99, this schema has 3/,
    ],
    ['is something else', (lines) => void lines.splice(0, 1, '[]'), /no export of a clan/],
    ['is empty', (lines) => void lines.splice(0), /ends before its end/],
    [
      'breaks a rule of the schema',
      (lines) => replaceIn(lines, '"points":2,', '"points":-2,'),
      /the rows of members before it break a rule of the schema \(CHECK constraint failed/,
    ],
  ];
  it.each(damages)('refuses an export that %s, and changes nothing', async (_, damage, said) => {
    await fill(3);
    const lines = [...(await exported(db)).lines];
    damage(lines);
    const before = (await exported(other)).lines;
    await expect(restored(other, lines)).rejects.toThrow(said);
    expect((await exported(other)).lines).toEqual(before);
    const intact = (await exported(db)).lines;
    await expect(restored(db, lines, { replace: true })).rejects.toThrow(said);
    expect((await exported(db)).lines).toEqual(intact);
  });

  it('does not commit when the database keeps something else than it was given', async () => {
    await fill(3);
    const { lines } = await exported(db);
    const losing: Database = {
      engine: other.engine,
      query: (row, statement, binds) => other.query(row, statement, binds),
      execute: (statement, binds) => other.execute(statement, binds),
      executeMany: (statement, rows) => other.executeMany(statement, rows),
      transaction: (work) =>
        other.transaction((tx) =>
          work({
            query: (row, statement, binds) => tx.query(row, statement, binds),
            execute: (statement, binds) => tx.execute(statement, binds),
            executeMany: (statement, rows) =>
              tx.executeMany(statement, statement.includes('point_entries') ? rows.slice(1) : rows),
          }),
        ),
      runMigrationStatement: (text, record) => other.runMigrationStatement(text, record),
      close: () => other.close(),
    };
    await expect(restored(losing, lines)).rejects.toThrow(
      /What was written is not what was read: .* differ in point_entries \(3 rows, 4 expected\)/,
    );
    expect(await findMember(other, MEMBER)).toBeUndefined();
  });

  it('says with its own kind of error what is wrong with a file', async () => {
    await expect(restored(other, ['[]'])).rejects.toThrow(BackupError);
  });
});

function replaceIn(lines: string[], what: string | RegExp, by: string): void {
  const index = lines.findIndex((line) => (typeof what === 'string' ? line.includes(what) : what.test(line)));
  if (index < 0) throw new Error(`no line has ${what}`);
  lines[index] = (lines[index] ?? '').replace(what, by);
}
