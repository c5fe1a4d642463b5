import * as z from 'zod/mini';
import { latestEnd, stillRuns } from '../clock/still-runs.ts';
import { type Database, type Queryable, sql } from './database.ts';
import { DatabaseError } from './errors.ts';
import { MigrationError } from './migration.ts';

const CREATE_TABLE = `CREATE TABLE schema_lease (
  lease_key VARCHAR2(32) NOT NULL,
  lease_owner VARCHAR2(64) CHECK (LENGTH(lease_owner) <= 64),
  lease_until NUMBER(15) NOT NULL,
  CONSTRAINT schema_lease_pk PRIMARY KEY (lease_key)
)`;
const ADD_ROW = sql`INSERT INTO schema_lease (lease_key, lease_owner, lease_until) VALUES ('migrations', NULL, 0)`;
const TAKE = sql`
  UPDATE schema_lease SET lease_owner = :owner, lease_until = :until_at
  WHERE lease_key = 'migrations' AND (lease_owner = :owner OR lease_until <= :now_at
    OR lease_until > :latest_at)`;
const RENEW = sql`
  UPDATE schema_lease SET lease_until = :until_at
  WHERE lease_key = 'migrations' AND lease_owner = :owner`;
const RELEASE = sql`
  UPDATE schema_lease SET lease_owner = NULL, lease_until = 0
  WHERE lease_key = 'migrations' AND lease_owner = :owner`;
const HOLDER = sql`SELECT lease_until FROM schema_lease WHERE lease_key = 'migrations'`;

const Holder = z.object({ lease_until: z.int() });

/** The statements of this file that make its table, for the grammar check. */
export const LEASE_TABLE = CREATE_TABLE;

/**
 * Longer than any statement may run (on Oracle the call timeout ends it first), so that a lease that has run
 * out means a runner that died.
 */
export const LEASE_MS = { sqlite: 15_000, oracle: 180_000 } as const;

export interface LeaseOptions {
  /** Names this run; unique. 64 characters at most. */
  readonly owner: string;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  readonly tell: (line: string) => void;
}

/** The right to migrate: one runner at a time has it. */
export interface Lease {
  /** Throws `MigrationError` when another runner has taken the lease over. */
  renew(tx: Queryable): Promise<void>;
  release(): Promise<void>;
}

/** Waits for the lease, as long as one runs at most and a little. Throws `MigrationError` after that. */
export async function takeLease(db: Database, options: LeaseOptions): Promise<Lease> {
  const { owner, now } = options;
  const length = LEASE_MS[db.engine];
  await makeTable(db);
  const patience = length + 10_000;
  const deadline = now() + patience;
  let told = false;
  const take = async () => {
    const at = now();
    const binds = { owner, now_at: at, until_at: at + length, latest_at: latestEnd(at, length) };
    return (await db.execute(TAKE, binds)) > 0;
  };
  while (!(await take())) {
    if (!stillRuns(deadline, now(), patience))
      throw new MigrationError(
        'Another run is migrating this schema and goes on; nothing was changed by this one.',
      );
    if (!told)
      options.tell(
        `waiting for another run to finish (at most ${Math.ceil((await leftMs(db, now)) / 1000)} s)`,
      );
    told = true;
    await options.pause(250);
  }
  return {
    async renew(tx) {
      const renewed = await tx.execute(RENEW, { owner, until_at: now() + length });
      if (renewed === 0)
        throw new MigrationError('Another run has taken over the migration of this schema; this one stops.');
    },
    async release() {
      await db.execute(RELEASE, { owner });
    },
  };
}

async function leftMs(db: Database, now: () => number): Promise<number> {
  const [holder] = await db.query(Holder, HOLDER);
  return Math.max(0, (holder?.lease_until ?? 0) - now());
}

async function makeTable(db: Database): Promise<void> {
  try {
    if ((await db.query(Holder, HOLDER)).length > 0) return;
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === 'schema')) throw error;
    await ignoreExisting('exists', () => db.runMigrationStatement(CREATE_TABLE));
  }
  await ignoreExisting('unique', () => db.execute(ADD_ROW));
}

/** Two runners may find nothing there at the same moment; the slower one's failure is then no failure. */
export async function ignoreExisting(code: 'exists' | 'unique', make: () => Promise<unknown>): Promise<void> {
  try {
    await make();
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === code)) throw error;
  }
}
