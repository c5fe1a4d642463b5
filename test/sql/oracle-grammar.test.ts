import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import { collectStatements } from './collect-statements.ts';
import { grammarComplaints } from './oracle-grammar.ts';
import { schemaStatements } from './schema-columns.ts';
import { setupStatements } from './setup-statements.ts';

const ROOT = join(import.meta.dirname, '../..');
const schema = schemaStatements(readMigrations(join(ROOT, 'sql/migrations')));
const statements = (await collectStatements(ROOT)).filter((statement) => !statement.isFragment);

// The first statement loads the whole grammar.
const TIMEOUT_MS = 300_000;

describe("Oracle's grammar accepts", () => {
  it('every statement of the migrations', { timeout: TIMEOUT_MS }, () => {
    expect(schema.length).toBeGreaterThan(30);
    const refused = schema.flatMap((text) =>
      grammarComplaints(text).map((complaint) => `${complaint}: ${text}`),
    );
    expect(refused).toEqual([]);
  });

  it('sql/setup_oracle_schema.sql', { timeout: TIMEOUT_MS }, () => {
    const script = readFileSync(join(ROOT, 'sql/setup_oracle_schema.sql'), 'utf8');
    const blocks = setupStatements(script, { clan: 'NEWCLAN', password: 'Secret_1234567' });
    expect(blocks).toHaveLength(4);
    expect(blocks.flatMap((text) => grammarComplaints(text))).toEqual([]);
  });

  it('every statement of the source', { timeout: TIMEOUT_MS }, () => {
    const refused = statements.flatMap(({ name, text }) =>
      grammarComplaints(text).map((complaint) => `${name}, ${complaint}`),
    );
    expect(refused).toEqual([]);
  });
});

describe("Oracle's grammar refuses", () => {
  it.each([
    'SELECT discord_id FROM members LIMIT 5',
    'SELECT discord_id FROM members AS m',
    'SELECT discord_id FROM members WHERE points == 1',
    'SELECT discord_id FROM members WHERE points IS NOT 1',
    'SELECT points % 2 AS odd FROM members',
    'SELECT COUNT(*) FILTER (WHERE points > 1) AS found FROM members',
    'SELECT discord_id, FROM members',
    'SELECT discord_id FROM members WHERE discord_id = ?',
    'SELECT `discord_id` FROM members',
    'SELECT [discord_id] FROM members',
    'SELECT discord_id FROM members WHERE',
    'WITH RECURSIVE x AS (SELECT 1 AS one FROM dual) SELECT one FROM x',
    'INSERT INTO blacklist (discord_id, created_at) VALUES (:a, 1), (:b, 2)',
    'INSERT OR IGNORE INTO blacklist (discord_id, created_at) VALUES (:a, 1)',
    'INSERT INTO blacklist (discord_id, created_at) VALUES (:a, 1) ON CONFLICT DO NOTHING',
    'REPLACE INTO blacklist (discord_id, created_at) VALUES (:a, 1)',
    'UPDATE members SET points = 1 FROM blacklist b WHERE b.discord_id = members.discord_id',
    'DELETE FROM members WHERE discord_id = :a RETURNING points',
    'DELETE FROM members LIMIT 1',
    'CREATE TABLE IF NOT EXISTS a (b NUMBER(1))',
    "CREATE TABLE a (b VARCHAR2(5) NOT NULL DEFAULT 'x')",
    'ALTER TABLE a ADD COLUMN b NUMBER(1)',
    'DROP TABLE IF EXISTS a',
    'PRAGMA foreign_keys = ON',
  ])('%s', { timeout: TIMEOUT_MS }, (text) => {
    expect(grammarComplaints(text)).not.toEqual([]);
  });
});
