// npm run restore -- --clan tophat --from export.jsonl: reads an export into a clan's schema.
import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseInUseError, lockDatabase } from '../local/database-lock.ts';
import { findRunningPlatform } from '../local/platform-file.ts';
import type { Database } from '../shared/database/database.ts';
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
import { clanOption, command, envFileOption, runScript } from './command-line.ts';
import { Progress } from './progress.ts';

const PROGRAM = command(
  'restore',
  'Reads what "npm run export" wrote into the clan\'s schema, on SQLite or Oracle, and compares counts and checksums. A clan whose bot runs is refused.',
)
  .addOption(clanOption('the clan that gets the data').makeOptionMandatory())
  .requiredOption('--from <file>', 'the export')
  .option(
    '--replace',
    'deletes everything that the schema holds first; without it a schema with data is refused',
  )
  .addOption(envFileOption());

runScript(
  PROGRAM,
  async ({ clan, from, replace, envFile }) => {
    if (!existsSync(from)) throw new BackupError(`${from} is not there. Nothing was changed.`);
    const environment = environmentOfScript({ clan, envFile });
    const { record } = await findClan(environment, clan);
    const location = databaseLocation(record, environment);
    await refuseRunningBot(environment.dataDir, clan);
    const release = lockDatabase(location);
    try {
      await restore(await openDatabase(location), { clan, from, replace: replace === true });
    } finally {
      release();
    }
  },
  {
    expected: [BackupError, ...CLAN_ERRORS, DatabaseError, DatabaseInUseError, MigrationError],
  },
);

/** Oracle's schema has no lock of this kind; a bot on this machine is known by its data directory. */
async function refuseRunningBot(dataDir: string, clan: string): Promise<void> {
  const running = await findRunningPlatform(dataDir);
  if (running === undefined || !running.clans.includes(clan)) return;
  throw new BackupError(
    `The bot of ${clan} runs (process ${running.pid}, ${running.url}). Nothing was changed. Stop it first.`,
  );
}

async function restore(
  db: Database,
  { clan, from, replace }: { clan: string; from: string; replace: boolean },
): Promise<void> {
  try {
    const migrations = readMigrations(resolve(import.meta.dirname, '../sql/migrations'));
    await migrate(db, migrations, { tell: (line) => void process.stdout.write(`${clan}: ${line}\n`) });
    const progress = new Progress(process.stderr, `${clan}: rows read`);
    const tail = await restoreSchema({
      db,
      clan,
      replace,
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
