import * as z from 'zod/mini';
import { type Database, type Queryable, sql } from './database.ts';
import { DatabaseError } from './errors.ts';
import { ignoreExisting } from './migration-lease.ts';

/** Where the schema stands: one row for each statement that has run, or has begun to. */
export const RECORD_TABLE = `CREATE TABLE schema_migrations (
  version NUMBER(10) NOT NULL,
  step NUMBER(5) NOT NULL,
  steps NUMBER(5) NOT NULL,
  migration_name VARCHAR2(100) NOT NULL CHECK (LENGTH(migration_name) <= 100),
  checksum VARCHAR2(64) NOT NULL CHECK (LENGTH(checksum) <= 64),
  state VARCHAR2(10) NOT NULL CHECK (state IN ('begun', 'done')),
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT schema_migrations_pk PRIMARY KEY (version, step)
)`;

const LIST = sql`
  SELECT version, step, steps, migration_name, checksum, state
  FROM schema_migrations ORDER BY version, step`;
const BEGIN = sql`
  INSERT INTO schema_migrations (version, step, steps, migration_name, checksum, state, changed_at)
  VALUES (:version, :step, :steps, :migration_name, :checksum, 'begun', :now_at)`;
const BEGIN_AGAIN = sql`
  UPDATE schema_migrations SET steps = :steps, migration_name = :migration_name, checksum = :checksum, changed_at = :now_at
  WHERE version = :version AND step = :step AND state = 'begun'`;
const FINISH = sql`
  UPDATE schema_migrations SET state = 'done', changed_at = :now_at
  WHERE version = :version AND step = :step AND state = 'begun'`;

const RecordedStep = z.object({
  version: z.int(),
  step: z.int(),
  steps: z.int(),
  migration_name: z.string(),
  checksum: z.string(),
  state: z.enum(['begun', 'done']),
});
export type RecordedStep = z.infer<typeof RecordedStep>;

/** What has run, by version and step; nothing for a schema that no migration has touched. */
export async function readRecord(db: Database): Promise<RecordedStep[]> {
  try {
    return await db.query(RecordedStep, LIST);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'schema') return [];
    throw error;
  }
}

export async function makeRecordTable(db: Database): Promise<void> {
  if ((await readRecord(db)).length > 0) return;
  await ignoreExisting('exists', () => db.runMigrationStatement(RECORD_TABLE));
}

/** Says that a statement is about to run: if the run dies now, the next one knows that it may have. */
export async function recordBegun(
  tx: Queryable,
  step: Omit<RecordedStep, 'state'>,
  now: number,
): Promise<void> {
  const binds = { ...step, now_at: now };
  if ((await tx.execute(BEGIN_AGAIN, binds)) === 0) await tx.execute(BEGIN, binds);
}

export async function recordDone(tx: Queryable, version: number, step: number, now: number): Promise<void> {
  await tx.execute(FINISH, { version, step, now_at: now });
}
