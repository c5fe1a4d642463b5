// npm run restore -- --clan tophat --from export.jsonl: reads an export into a clan's schema.
import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { databaseLocation } from '../shared/database/database-location.ts';
import { DatabaseError } from '../shared/database/errors.ts';
import { MigrationError } from '../shared/database/migration.ts';
import { migrate } from '../shared/database/migrator.ts';
import { openDatabase } from '../shared/database/open-database.ts';
import { readMigrations } from '../shared/database/read-migrations.ts';
import { BackupError } from './backup/backup-error.ts';
import { restoreSchema } from './backup/restore-schema.ts';
import { sumTable } from './backup/sum-table.ts';
import { CLAN_ERRORS, environmentOfScript, findClan } from './clan-of-script.ts';
import { parseCommandLine, runScript, UsageError } from './command-line.ts';
import { Progress } from './progress.ts';

const USAGE = `npm run restore -- --clan <clan> --from <file> [--replace]
  Reads what "npm run export" wrote into the clan's schema, on SQLite or Oracle, and compares counts and checksums.
  --replace   deletes everything that the schema holds first; without it a schema with data is refused`;

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    { clan: { type: 'string' }, from: { type: 'string' }, replace: { type: 'boolean' } },
    USAGE,
  );
  const { clan, from } = values;
  if (clan === undefined || from === undefined || positionals.length > 0) throw new UsageError(USAGE);
  if (!existsSync(from)) throw new BackupError(`${from} is not there. Nothing was changed.`);
  const environment = environmentOfScript();
  const { record } = await findClan(environment, clan);
  const db = await openDatabase(databaseLocation(record, environment));
  try {
    const migrations = readMigrations(resolve(import.meta.dirname, '../sql/migrations'));
    await migrate(db, migrations, { tell: (line) => void process.stdout.write(`${clan}: ${line}\n`) });
    const progress = new Progress(process.stderr, `${clan}: rows read`);
    const tail = await restoreSchema({
      db,
      clan,
      replace: values.replace === true,
      lines: () => createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY }),
      progress: (rows) => progress.step(rows),
    });
    progress.end();
    for (const line of sumTable(tail)) process.stdout.write(`${line}\n`);
    process.stdout.write(`${clan}: restored; counts and checksums are those of the export\n`);
  } finally {
    await db.close();
  }
}

runScript(main, [BackupError, ...CLAN_ERRORS, DatabaseError, MigrationError]);
