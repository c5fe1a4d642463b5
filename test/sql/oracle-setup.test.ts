import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oracleSetupScript } from '../../scripts/oracle-setup/setup-script.ts';
import { stepsOf } from '../../shared/database/migration.ts';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import { setupStatements } from './setup-statements.ts';

const SQL = join(import.meta.dirname, '../../sql');
const migrations = readMigrations(join(SQL, 'migrations'));
const script = oracleSetupScript(migrations);

describe('sql/setup_oracle_schema.sql', () => {
  it('is what the migrations say; "npm run generate-oracle-setup" writes it again', () => {
    expect(readFileSync(join(SQL, 'setup_oracle_schema.sql'), 'utf8')).toBe(script);
  });

  it('holds every statement of the migrations with the checksum by which the migrator knows it', () => {
    for (const { statement, checksum } of migrations.flatMap(stepsOf)) {
      expect(script).toContain(checksum);
      expect(script).toContain(statement.replaceAll("'", "''"));
    }
  });

  it('puts the name of the clan where it belongs and holds no password', () => {
    const statements = setupStatements(script, { clan: 'NEWCLAN', password: 'Secret_1234567' });
    expect(statements).toHaveLength(4);
    expect(statements[1]).toBe('ALTER SESSION SET CURRENT_SCHEMA = NEWCLAN');
    expect(statements.join('\n')).not.toMatch(/&\w/);
    expect(script).not.toMatch(/IDENTIFIED BY "\w/);
  });

  it('has no line that SQL*Plus would cut', () => {
    expect(script.split('\n').filter((line) => line.length > 2400)).toEqual([]);
  });
});
