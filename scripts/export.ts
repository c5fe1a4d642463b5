// npm run export -- --clan tophat: writes everything of a clan as JSON lines.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { databaseLocation } from '../shared/database/database-location.ts';
import { DatabaseError } from '../shared/database/errors.ts';
import { openDatabase } from '../shared/database/open-database.ts';
import { BackupError } from './backup/backup-error.ts';
import { exportSchema } from './backup/export-schema.ts';
import { sumTable } from './backup/sum-table.ts';
import { CLAN_ERRORS, environmentOfScript, findClan } from './clan-of-script.ts';
import { parseCommandLine, runScript, UsageError } from './command-line.ts';
import { Progress } from './progress.ts';

const USAGE = `npm run export -- --clan <clan> [--to <file>]
  Writes everything of a clan as JSON lines, with counts and checksums. It holds names and ids and no secret.
  --to   the file (DATA_DIR/exports/<clan>-<time>.jsonl)`;

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    { clan: { type: 'string' }, to: { type: 'string' } },
    USAGE,
  );
  if (values.clan === undefined || positionals.length > 0) throw new UsageError(USAGE);
  const environment = environmentOfScript();
  const { record } = await findClan(environment, values.clan);
  const location = databaseLocation(record, environment);
  if ('path' in location && !existsSync(location.path))
    throw new BackupError(`${record.clan} has no data yet: ${location.path} is not there.`);
  const file = values.to ?? join(environment.dataDir, 'exports', `${record.clan}-${stamp()}.jsonl`);
  const db = await openDatabase(location);
  try {
    const sink = new ExportFile(file);
    try {
      const progress = new Progress(process.stderr, `${record.clan}: rows written`);
      const options = { db, clan: record.clan, now: Date.now, begin: () => sink.begin() };
      const tail = await exportSchema({ ...options, progress: (rows) => progress.step(rows) });
      progress.end();
      sink.keep();
      for (const line of sumTable(tail)) process.stdout.write(`${line}\n`);
      process.stdout.write(`${record.clan}: written to ${file}\n`);
    } finally {
      sink.drop();
    }
  } finally {
    await db.close();
  }
}

/** Written beside its place and put there when it is whole. Only this user may read it. */
class ExportFile {
  readonly #path: string;
  readonly #partial: string;
  #descriptor: number | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#partial = `${path}.partial`;
  }

  begin(): (lines: string) => void {
    this.drop();
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    const descriptor = openSync(this.#partial, 'w', 0o600);
    this.#descriptor = descriptor;
    return (lines) => {
      const bytes = Buffer.from(lines);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    };
  }

  keep(): void {
    this.#close();
    renameSync(this.#partial, this.#path);
  }

  /** Removes what was begun and not kept. */
  drop(): void {
    this.#close();
    rmSync(this.#partial, { force: true });
  }

  #close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}

runScript(main, [BackupError, ...CLAN_ERRORS, DatabaseError]);
