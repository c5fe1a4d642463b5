// npm run export -- --clan tophat: writes everything of a clan as JSON lines.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { databaseLocation } from '../shared/database/database-location.ts';
import { DatabaseError } from '../shared/database/errors.ts';
import { openDatabase } from '../shared/database/open-database.ts';
import { BackupError } from './backup/backup-error.ts';
import { exportSchema } from './backup/export-schema.ts';
import { sumTable } from './backup/sum-table.ts';
import { CLAN_ERRORS, environmentOfScript, findClan } from './clan-of-script.ts';
import { clanOption, command, envFileOption, runScript } from './command-line.ts';
import { Progress } from './progress.ts';

const PROGRAM = command(
  'export',
  'Writes everything of a clan as JSON lines, with counts and checksums. It holds names and ids and no secret.',
)
  .addOption(clanOption('whose data').makeOptionMandatory())
  .option('--to <path>', 'the file, or a folder for <clan>-<time>.jsonl (default: DATA_DIR/exports)')
  .addOption(
    new Option('--keep <number>', 'deletes older exports of the clan in that folder; so many stay').argParser(
      count,
    ),
  )
  .addOption(envFileOption());

runScript(
  PROGRAM,
  async ({ clan, to, keep, envFile }) => {
    const environment = environmentOfScript({ clan, envFile });
    const { record } = await findClan(environment, clan);
    const location = databaseLocation(record, environment);
    if ('path' in location && !existsSync(location.path))
      throw new BackupError(`${record.clan} has no data yet: ${location.path} is not there.`);
    const file = placeOf(to ?? join(environment.dataDir, 'exports'), clan, to === undefined);
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
    if (keep !== undefined)
      for (const line of dropOldExports(file, clan, keep)) process.stdout.write(`${line}\n`);
  },
  { expected: [BackupError, ...CLAN_ERRORS, DatabaseError] },
);

function count(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number, 1 or more.');
}

function placeOf(path: string, clan: string, isFolder: boolean): string {
  const inFolder = isFolder || (existsSync(path) && statSync(path).isDirectory());
  return inFolder ? join(path, `${clan}-${stamp()}.jsonl`) : path;
}

/** Of the files that this script names itself, so many of the newest stay; never the one just written. */
function dropOldExports(written: string, clan: string, keep: number): string[] {
  const folder = dirname(written);
  const names = readdirSync(folder)
    .filter((name) => name.startsWith(`${clan}-`) && /^\d{8}-\d{6}\.jsonl$/.test(name.slice(clan.length + 1)))
    .sort();
  const old = names.slice(0, -keep).filter((name) => join(folder, name) !== written);
  for (const name of old) rmSync(join(folder, name));
  return old.map((name) => `${clan}: deleted the old export ${join(folder, name)}`);
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
