// npm run generate-oracle-setup: sql/setup_oracle_schema.sql from sql/migrations.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations } from '../shared/database/read-migrations.ts';
import { command, runScript } from './command-line.ts';
import { oracleSetupScript } from './oracle-setup/setup-script.ts';

const SQL = join(import.meta.dirname, '../sql');

const PROGRAM = command('generate-oracle-setup', 'Writes sql/setup_oracle_schema.sql from sql/migrations.');

runScript(PROGRAM, () => {
  const path = join(SQL, 'setup_oracle_schema.sql');
  writeFileSync(path, oracleSetupScript(readMigrations(join(SQL, 'migrations'))));
  process.stdout.write(`wrote ${path}\n`);
});
