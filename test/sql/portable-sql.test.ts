import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import { type CollectedStatement, collectStatements, sourceFiles } from './collect-statements.ts';
import { ORACLE_RESERVED_WORDS } from './oracle-reserved-words.ts';
import { portabilityComplaints } from './portable-sql.ts';
import { schemaColumns } from './schema-columns.ts';

const ROOT = join(import.meta.dirname, '../..');
const migrations = readMigrations(join(ROOT, 'sql/migrations'));
const columns = schemaColumns(migrations);
const statements = await collectStatements(ROOT);

/** Whose statements only ever run on Oracle, and why. */
const ORACLE_ONLY: Readonly<Record<string, string>> = {
  'shared/provisioning/admin-statements.ts': "makes users; the administrator's session exists on Oracle only",
  'scripts/import/old-oracle.ts': 'reads the old bot in its Oracle schema',
};

/** Who may send text that is no tagged statement: migrations, and users made by tagged statements. */
const MAY_RUN_TEXT = [
  'shared/database/migration-lease.ts',
  'shared/database/migration-record.ts',
  'shared/database/migrator.ts',
  'shared/provisioning/admin-database.ts',
];

function isForBoth(statement: CollectedStatement): boolean {
  return ORACLE_ONLY[statement.file] === undefined;
}

describe('every statement of the source', () => {
  it('is found', () => {
    expect(statements.length).toBeGreaterThan(100);
    expect(statements.map((statement) => statement.name)).toContain('shared/members/member.ts FIND_MEMBER');
    for (const file of Object.keys(ORACLE_ONLY))
      expect(statements.map((statement) => statement.file)).toContain(file);
  });

  it('has the tag: nothing else is made a statement, and only the migrator and provisioning run text', () => {
    const sources = ['functions', 'shared', 'scripts', 'local'].flatMap((folder) =>
      sourceFiles(join(ROOT, folder)),
    );
    const having = (text: RegExp) =>
      sources
        .filter((file) => text.test(readFileSync(file, 'utf8')))
        .map((file) => relative(ROOT, file))
        .sort();
    expect(having(/\bas Sql\b/)).toEqual([
      'shared/database/database.ts',
      'shared/provisioning/admin-statements.ts',
    ]);
    expect(having(/\.runMigrationStatement\(/)).toEqual(MAY_RUN_TEXT);
  });

  it('means the same on both engines', () => {
    const broken = statements
      .filter((statement) => isForBoth(statement) && !statement.isFragment)
      .flatMap(({ name, text }) =>
        portabilityComplaints(text, columns).map((complaint) => `${name} ${complaint}`),
      );
    expect(broken).toEqual([]);
  });
});

describe('a statement is refused when it', () => {
  it.each([
    ["UPDATE members SET roblox_name = '' WHERE discord_id = :discord_id", 'empty text'],
    ['SELECT discord_id FROM members WHERE roblox_name LIKE :start || :more', 'joins with ||'],
    ["SELECT roblox_name || 'x' AS shown FROM members", 'joins with ||'],
    ['SELECT points / 2 AS half FROM members', 'divides'],
    ['SELECT discord_id FROM members WHERE points % 2 = 0', 'divides'],
    ['SELECT discord_id FROM members WHERE TRUE', 'TRUE or FALSE'],
    ['SELECT points > 5 AS rich FROM members', 'selects a comparison'],
    ['SELECT discord_id FROM members WHERE (points, joined_at) < (:points, :joined_at)', 'compares lists'],
    ['SELECT 1 AS one', 'selects without FROM'],
    ['SELECT discord_id FROM members WHERE LOWER(roblox_name) = :name_key', 'only one engine'],
    ["SELECT strftime('%s') AS seconds FROM dual", 'only one engine'],
    ['SELECT IFNULL(points, 0) AS points FROM members', 'only one engine'],
    ['SELECT json_extract(payload, :place) AS found FROM outbox', 'only one engine'],
    ['UPDATE members SET points = MAX(points - :amount, 0)', 'MAX or MIN two values'],
    ['SELECT discord_id FROM members ORDER BY synced_at', 'NULLS LAST'],
    ['SELECT m.discord_id FROM members m ORDER BY m.points, m.linked_at DESC {rows}', 'NULLS LAST'],
    ['SELECT state_key FROM sync_state WHERE state_value = :state_value', 'CLOB'],
    ['UPDATE sync_state SET changed_at = :now_ms WHERE state_value = :state_value', 'CLOB'],
    ['SELECT payload FROM outbox ORDER BY payload', 'CLOB'],
    ['UPDATE members SET points = COALESCE(:points, points)', 'may be NULL beside a number'],
    ['INSERT INTO blacklist VALUES (:discord_id, :reason, NULL, NULL, 1)', 'naming the columns'],
    ['SELECT * FROM members', 'selects *'],
    ['SELECT m.* FROM members m', 'selects *'],
    ['SELECT "points" FROM members', 'quotes a name'],
    ['SELECT discord_id FROM members WHERE joined_at > :date', 'as a bind'],
    ['SELECT discord_id FROM members WHERE joined_at > :level', 'as a bind'],
    ['SELECT points AS level FROM members', 'as a name'],
    [
      'SELECT rank_id, COUNT(*) AS held FROM members GROUP BY rank_id HAVING held > 1',
      'does not know it yet',
    ],
  ])('%s', (text, complaint) => {
    expect(portabilityComplaints(text, columns).join('; ')).toContain(complaint);
  });

  it.each([
    'SELECT COUNT(*) AS found FROM members WHERE points > 5',
    'SELECT discord_id FROM members ORDER BY synced_at NULLS LAST, discord_id {rows}',
    'UPDATE sync_state SET state_value = :state_value, changed_at = :now_ms WHERE state_key = :state_key',
    "UPDATE members SET roblox_name = COALESCE(:roblox_name, roblox_name) WHERE discord_id = 'a/b || c'",
    "SELECT rank_id FROM ranks WHERE rank_name < SUBSTR(rank_id, 1, LENGTH(rank_id) - 1) || ':'",
    "UPDATE ranks SET rank_name = rank_id || 'x' WHERE rank_id = :rank_id",
    'SELECT CASE WHEN points > 5 THEN 1 ELSE 0 END AS rich FROM members',
    'DELETE FROM members WHERE discord_id IN (SELECT discord_id FROM blacklist)',
  ])('but not this: %s', (text) => {
    expect(portabilityComplaints(text, columns)).toEqual([]);
  });
});

describe('the schema', () => {
  it('has no name that Oracle reserves', () => {
    const names = columns.flatMap(({ table, name }) => [table, name]);
    expect(names.filter((name) => ORACLE_RESERVED_WORDS.has(name))).toEqual([]);
    expect(names.filter((name) => !/^[a-z][a-z0-9_]{0,29}$/.test(name))).toEqual([]);
  });

  it('holds the length of every text that is no id on both engines, and no text is over 1,000 characters', () => {
    const texts = columns.filter((column) => column.type === 'VARCHAR2');
    expect(texts.filter((column) => column.size > 1000)).toEqual([]);
    const unchecked = texts.filter(
      ({ name, size, definition }) =>
        size > 32 &&
        !definition.includes(`CHECK (LENGTH(${name}) <= ${size})`) &&
        !/CHECK \(\w+ IN \(/.test(definition),
    );
    expect(unchecked.map((column) => `${column.table}.${column.name}`)).toEqual([]);
  });

  it('keeps times in NUMBER(15) and ids in text', () => {
    for (const { table, name, type, size } of columns) {
      if (/_(at|until)$/.test(name))
        expect(`${table}.${name} ${type}(${size})`).toBe(`${table}.${name} NUMBER(15)`);
      if (/_(id|by|key)$/.test(name)) expect(`${table}.${name} ${type}`).toBe(`${table}.${name} VARCHAR2`);
    }
  });
});
