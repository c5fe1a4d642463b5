import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import { DatabaseError } from './errors.ts';
import { inOrder, label, type Migration, MigrationError, type MigrationStep, stepsOf } from './migration.ts';
import { type Lease, takeLease } from './migration-lease.ts';
import {
  makeRecordTable,
  type RecordedStep,
  readRecord,
  recordBegun,
  recordDone,
} from './migration-record.ts';
import { DEFAULT_CONFLICT_RETRY } from './retry-conflicts.ts';

export interface MigrateOptions {
  /** Unix milliseconds. */
  readonly now?: () => number;
  readonly pause?: (ms: number) => Promise<void>;
  /** Names this run in the lease; unique. */
  readonly owner?: string;
  /** Changes nothing, not even the migrator's own tables; the report says what would run. */
  readonly dryRun?: boolean;
  /** One line for each thing done, for people. */
  readonly tell?: (line: string) => void;
}

export interface MigrationReport {
  /** The schema's version before and after; 0 when nothing had been applied. Equal in a dry run. */
  readonly from: number;
  readonly to: number;
  /** What ran, or in a dry run would run; `firstStep` is above 1 where an interrupted run was taken up. */
  readonly migrations: readonly {
    readonly migration: string;
    readonly firstStep: number;
    readonly steps: number;
  }[];
  /** The schema is newer than the migrations known here: an upgrade has begun, and this is the older code. */
  readonly schemaIsNewer: boolean;
}

interface Pending {
  readonly migration: Migration;
  readonly steps: readonly MigrationStep[];
  /** The first step that has not finished, from 1. */
  readonly firstStep: number;
}

/**
 * Brings a clan's schema to the newest migration. Each statement is recorded when it has run, so that an
 * interrupted run goes on where it stopped; one runner at a time. Running it again does nothing.
 * Throws `MigrationError` for an edited, missing or misplaced migration, and `DatabaseError` when a statement fails.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[],
  options: MigrateOptions = {},
): Promise<MigrationReport> {
  const now = options.now ?? Date.now;
  const tell = options.tell ?? (() => undefined);
  const ordered = inOrder(migrations);
  if (options.dryRun === true) {
    const record = await readRecord(db);
    return reportOf(versionOf(record), versionOf(record), compare(ordered, record), ordered);
  }
  if (compare(ordered, await readRecord(db)).length === 0) {
    const version = await schemaVersion(db);
    return reportOf(version, version, [], ordered);
  }
  const owner = options.owner ?? randomUUID();
  const lease = await takeLease(db, {
    owner,
    now,
    pause: options.pause ?? DEFAULT_CONFLICT_RETRY.pause,
    tell,
  });
  let outcome: MigrationReport;
  try {
    await makeRecordTable(db);
    const record = await readRecord(db);
    const pending = compare(ordered, record);
    for (const one of pending) await apply(db, lease, one, record, now, tell);
    outcome = reportOf(versionOf(record), await schemaVersion(db), pending, ordered);
  } catch (error) {
    // What went wrong first is what must be told; a lease that cannot be given back runs out.
    await lease.release().catch(() => undefined);
    throw error;
  }
  await lease.release();
  return outcome;
}

/** The newest version of which every statement has run; 0 for a schema without any. */
export async function schemaVersion(db: Database): Promise<number> {
  return versionOf(await readRecord(db));
}

function versionOf(record: readonly RecordedStep[]): number {
  const complete = record.filter((row) => row.state === 'done' && row.step === row.steps);
  return Math.max(0, ...complete.map((row) => row.version));
}

function reportOf(
  from: number,
  to: number,
  pending: readonly Pending[],
  known: readonly Migration[],
): MigrationReport {
  return {
    from,
    to,
    migrations: pending.map((one) => ({
      migration: label(one.migration),
      firstStep: one.firstStep,
      steps: one.steps.length,
    })),
    schemaIsNewer: to > (known.at(-1)?.version ?? 0),
  };
}

/** What is still to run. Throws `MigrationError` when what has run is not what the files say. */
function compare(ordered: readonly Migration[], record: readonly RecordedStep[]): Pending[] {
  const known = new Set(ordered.map((migration) => migration.version));
  const newest = Math.max(0, ...record.map((row) => row.version));
  const newestKnown = ordered.at(-1)?.version ?? 0;
  const missing = record.find((row) => !known.has(row.version) && row.version < newestKnown);
  if (missing !== undefined) {
    throw new MigrationError(
      `The schema holds migration ${missing.version} (${missing.migration_name}), which is missing here.`,
    );
  }
  return ordered.flatMap((migration) => {
    const rows = record.filter((row) => row.version === migration.version);
    const steps = stepsOf(migration);
    if (rows.length === 0 && migration.version < newest) {
      throw new MigrationError(
        `${label(migration)} comes before version ${newest}, which has run already; give it a higher number.`,
      );
    }
    const firstStep = checkUnedited(migration, steps, rows);
    return firstStep > steps.length ? [] : [{ migration, steps, firstStep }];
  });
}

/** The first step that is still to run. */
function checkUnedited(
  migration: Migration,
  steps: readonly MigrationStep[],
  rows: readonly RecordedStep[],
): number {
  const done = rows.filter((row) => row.state === 'done');
  const complete = done.some((row) => row.step === row.steps);
  const edited = done.find((row) => steps[row.step - 1]?.checksum !== row.checksum);
  if (edited !== undefined || (complete && steps.length !== done.length)) {
    const where = edited === undefined ? 'the number of its statements' : `statement ${edited.step}`;
    throw new MigrationError(
      `${label(migration)} was edited after it had run (${where} differs). Nothing was changed. ` +
        'Put the file back as it was and write a new migration for the difference.',
    );
  }
  return done.length + 1;
}

async function apply(
  db: Database,
  lease: Lease,
  pending: Pending,
  record: readonly RecordedStep[],
  now: () => number,
  tell: (line: string) => void,
): Promise<void> {
  const { migration, steps, firstStep } = pending;
  const { version, name } = migration;
  tell(
    firstStep === 1
      ? `${label(migration)}: ${steps.length} statements`
      : `${label(migration)}: going on at statement ${firstStep} of ${steps.length}`,
  );
  for (const { step, statement, checksum, isDdl } of steps.slice(firstStep - 1)) {
    const begun = record.some(
      (row) => row.version === version && row.step === step && row.checksum === checksum,
    );
    await db.transaction(async (tx) => {
      await lease.renew(tx);
      await recordBegun(tx, { version, step, steps: steps.length, migration_name: name, checksum }, now());
    });
    try {
      await db.runMigrationStatement(statement, (tx) => recordDone(tx, version, step, now()));
    } catch (error) {
      if (!(begun && isDdl && isThereAlready(statement, error))) throw inMigration(error, migration, step);
      tell(`${label(migration)}: statement ${step} had run before the interruption`);
      await recordDone(db, version, step, now());
    }
  }
}

/** Whether a statement of DDL that an earlier run began had its effect: its table is there, or is gone. */
function isThereAlready(statement: string, error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false;
  const drops = /^(DROP|ALTER\s+TABLE\s+\w+\s+DROP)\s/i.test(statement);
  return error.code === (drops ? 'schema' : 'exists');
}

function inMigration(error: unknown, migration: Migration, step: number): unknown {
  if (!(error instanceof DatabaseError)) return error;
  return new DatabaseError(error.code, `${label(migration)}, statement ${step}: ${error.message}`, {
    ...(error.engineCode === undefined ? {} : { engineCode: error.engineCode }),
    cause: error,
  });
}
