import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type * as z from 'zod/mini';
import { retry } from '../retry/retry.ts';
import type { Binds, Database, Queryable, Sql } from './database.ts';
import { DatabaseError } from './errors.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { DEFAULT_PAUSING, type Pausing, retryConflicts } from './retry-conflicts.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { fromSqlite } from './sqlite-errors.ts';
import { Transaction } from './transaction.ts';

export interface SqliteOptions extends Partial<Pausing> {
  /** About how long another process may hold the write lock before `DatabaseError` 'busy'. 5,000 ms. */
  readonly busyTimeoutMs?: number;
  /** Milliseconds to wait at each statement, array bind and COMMIT, as a database with a network does. 0. */
  readonly latencyMs?: number;
}

/** How long one attempt may block the process; between attempts its other work goes on. */
const BLOCKING_MS = 50;

/**
 * The embedded engine: one file per clan, WAL, foreign keys on, LIKE as strict as Oracle's. Makes missing
 * directories. One connection, used by one piece of work at a time; other processes wait for its write lock.
 * A transaction is on the disk when it has committed. A single statement survives the end of the process at once, and
 * a loss of power from the next transaction on: those are the leases and results of effects, which are then performed
 * again as after any crash, and writing each of them through would take most of a command's time.
 * Throws `DatabaseError` 'unreachable' when the file cannot be opened.
 */
export async function openSqlite(path: string, options: SqliteOptions = {}): Promise<Database> {
  const waiting = { ...DEFAULT_PAUSING, busyTimeoutMs: 5000, latencyMs: 0, ...options };
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const connection = new SqliteConnection(new DatabaseSync(path, { timeout: BLOCKING_MS }));
    await whenFree(waiting, () => connection.exec('PRAGMA journal_mode = WAL'));
    await connection.exec('PRAGMA foreign_keys = ON');
    await connection.exec('PRAGMA case_sensitive_like = ON');
    await connection.exec("CREATE TEMP VIEW dual AS SELECT 'X' AS dummy");
    return new SqliteDatabase(connection, waiting);
  } catch (error) {
    const known = fromSqlite(error, `open ${path}`);
    if (known instanceof DatabaseError) throw known;
    throw new DatabaseError('unreachable', `The database file cannot be opened: ${path}`, { cause: error });
  }
}

type Waiting = Pausing & { readonly busyTimeoutMs: number; readonly latencyMs: number };

/** Runs `work` again while another process holds the lock; `work` has had no effect when it says 'busy'. */
async function whenFree<T>(waiting: Waiting, work: () => Promise<T>): Promise<T> {
  const attempts = Math.max(1, Math.ceil(waiting.busyTimeoutMs / BLOCKING_MS));
  return retry(work, {
    sleep: waiting.pause,
    pauseAfter: (error, attempt) =>
      error instanceof DatabaseError && error.code === 'busy' && attempt < attempts
        ? 10 * waiting.random()
        : undefined,
  });
}

class SqliteDatabase implements Database {
  readonly engine = 'sqlite';
  readonly #connection: SqliteConnection;
  readonly #waiting: Waiting;
  readonly #queue = new OneAtATime();
  #synchronous: 'NORMAL' | 'FULL' | undefined;

  constructor(connection: SqliteConnection, waiting: Waiting) {
    this.#connection = connection;
    this.#waiting = waiting;
  }

  query<T>(row: z.ZodMiniType<T>, statement: Sql, binds?: Binds): Promise<T[]> {
    return this.#queue.run(async () => {
      await this.#roundTrip();
      return whenFree(this.#waiting, () => this.#connection.query(row, statement, binds));
    });
  }

  execute(statement: Sql, binds?: Binds): Promise<number> {
    return this.#queue.run(async () => {
      await this.#roundTrip();
      await this.#writeThrough('NORMAL');
      return whenFree(this.#waiting, () => this.#connection.execute(statement, binds));
    });
  }

  executeMany(statement: Sql, rows: readonly Binds[]): Promise<number> {
    return this.#commit((tx) => tx.executeMany(statement, rows), { commits: 'with the statement' });
  }

  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return retryConflicts(() => this.#commit(work), this.#waiting);
  }

  runMigrationStatement(text: string, record?: (tx: Queryable) => Promise<void>): Promise<void> {
    return this.#commit(async (tx) => {
      await this.#connection.exec(text);
      await record?.(tx);
    });
  }

  close(): Promise<void> {
    return this.#queue.run(async () => this.#connection.close());
  }

  /** On Oracle a transaction begins with its first statement, so BEGIN is no round trip. */
  #commit<T>(
    work: (tx: Queryable) => Promise<T>,
    { commits }: { readonly commits: 'alone' | 'with the statement' } = { commits: 'alone' },
  ): Promise<T> {
    return this.#queue.run(async () => {
      await this.#writeThrough('FULL');
      await whenFree(this.#waiting, () => this.#connection.exec('BEGIN IMMEDIATE'));
      const tx = new Transaction(this.#connection, () => this.#roundTrip());
      try {
        const result = await work(tx);
        tx.refuseIfHalfway();
        tx.end();
        if (commits === 'alone') await this.#roundTrip();
        await this.#connection.exec('COMMIT');
        return result;
      } catch (error) {
        tx.end();
        await this.#rollback();
        throw error;
      }
    });
  }

  async #roundTrip(): Promise<void> {
    const { latencyMs, pause } = this.#waiting;
    if (latencyMs > 0) await pause(latencyMs);
  }

  /** In WAL mode: FULL syncs the log at each commit, NORMAL before a checkpoint only; the order stays either way. */
  async #writeThrough(synchronous: 'NORMAL' | 'FULL'): Promise<void> {
    if (this.#synchronous === synchronous) return;
    await this.#connection.exec(`PRAGMA synchronous = ${synchronous}`);
    this.#synchronous = synchronous;
  }

  /** SQLite has rolled back by itself after some errors (a full disk); there is then nothing left to undo. */
  async #rollback(): Promise<void> {
    try {
      await this.#connection.exec('ROLLBACK');
    } catch (error) {
      if (!(error instanceof DatabaseError && error.message.includes('no transaction is active')))
        throw error;
    }
  }
}
