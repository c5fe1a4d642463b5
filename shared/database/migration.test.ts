import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MigrationError, stepsOf } from './migration.ts';
import { readMigrations } from './read-migrations.ts';

const migration = (text: string) => ({ version: 3, name: 'medals', text });

describe('the statements of a migration', () => {
  it('end with ";" at the end of a line, and lines of comment do not count', () => {
    const steps = stepsOf(
      migration(`-- Medals; many of them;
CREATE TABLE medals (
  -- which one;
  medal_id VARCHAR2(32) NOT NULL
);
INSERT INTO medals (medal_id) VALUES ('a;b');
`),
    );
    expect(steps.map((step) => step.isDdl)).toEqual([true, false]);
    expect(steps[0]?.statement).not.toContain('which one');
  });

  it('have a checksum that white space and comments do not change, and words do', () => {
    const checksum = (text: string) => stepsOf(migration(text))[0]?.checksum;
    const plain = checksum('DROP TABLE medals;\n');
    expect(checksum('-- away with it\nDROP   TABLE\n  medals;\n')).toBe(plain);
    expect(checksum('DROP TABLE medal;\n')).not.toBe(plain);
  });

  it.each([
    ['no end', 'DROP TABLE medals'],
    ['nothing', '-- nothing\n'],
    ['two statements in a line', 'DROP TABLE a; DROP TABLE b;\n'],
    ['PL/SQL', 'BEGIN NULL; END;\n'],
    ['MERGE', 'MERGE INTO a USING b ON (1 = 1) WHEN MATCHED THEN UPDATE SET c = 1;\n'],
    ['a view', 'CREATE OR REPLACE VIEW a AS SELECT 1 AS b FROM dual;\n'],
    ['ALTER ... MODIFY', 'ALTER TABLE a MODIFY b NUMBER(5);\n'],
    ['a privilege', 'GRANT SELECT ON a TO b;\n'],
    ['a bind', 'UPDATE a SET b = :b;\n'],
    ['DELETE', 'DELETE FROM a;\n'],
  ])('refuse %s, naming the file', (_what, text) => {
    expect(() => stepsOf(migration(text))).toThrow(MigrationError);
    expect(() => stepsOf(migration(text))).toThrow(/0003_medals/);
  });
});

describe('the directory of migrations', () => {
  it('is read by version', () => {
    const directory = mkdtempSync(join(tmpdir(), 'migrations-'));
    writeFileSync(join(directory, '0002_b.sql'), 'DROP TABLE b;\n');
    writeFileSync(join(directory, '0001_a.sql'), 'DROP TABLE a;\n');
    expect(readMigrations(directory).map(({ version, name }) => [version, name])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
    writeFileSync(join(directory, 'notes.txt'), '');
    expect(() => readMigrations(directory)).toThrow(/notes\.txt: expected a name such as/);
    rmSync(directory, { recursive: true });
  });
});
