import type * as z from 'zod/mini';
import { retry } from '../retry/retry.ts';
import type { Binds, Database, Queryable, Sql } from './database.ts';
import { DatabaseError } from './errors.ts';
import { Mutex } from './mutex.ts';
import { type ConflictRetryOptions, DEFAULT_CONFLICT_RETRY, retryConflicts } from './retry-conflicts.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { breaksConnection, fromSqlite } from './sqlite-errors.ts';
import { MEMORY, makeDatabaseFile, missingFile, OpenedFiles, openDatabaseFile } from './sqlite-file.ts';
import { Transaction } from './transaction.ts';

export interface SqliteOptions extends Partial<ConflictRetryOptions> {
  /** About how long another process may hold the write lock before `DatabaseError` 'busy'. 5,000 ms. */
  readonly busyTimeoutMs?: number;
  /** Milliseconds to wait at each statement, array bind and COMMIT, as a database with a network does. 0. */
  readonly latencyMs?: number;
  /** Makes the file and its directories where there is none. Default true; never later than at this opening. */
  readonly create?: boolean;
}

/** How long one attempt may block the process; between attempts its other work goes on. */
const BLOCKING_MS = 50;

/**
 * The embedded engine: one file per clan, which only this user may read, WAL, foreign keys on, LIKE as strict as
 * Oracle's. One connection, used by one piece of work at a time; other processes wait for its write lock.
 * A transaction is on the disk when it has committed. A single statement survives the end of the process at once, and
 * a loss of power from the next transaction on: those are the leases and results of effects, which are then performed
 * again as after any crash, and writing each of them through would take most of a command's time.
 * A connection that became read-only, met a full disk or a failing one, or whose file was replaced is closed, and the
 * next piece of work opens another. While the file is missing all work is refused, and no file is made in its place.
 * Throws `DatabaseError` 'unreachable' when the file cannot be opened.
 */
export async function openSqlite(path: string, options: SqliteOptions = {}): Promise<Database> {
  const { create = true, ...others } = options;
  const waiting = { ...DEFAULT_CONFLICT_RETRY, busyTimeoutMs: 5000, latencyMs: 0, ...others };
  try {
    if (create) makeDatabaseFile(path);
    return new SqliteDatabase(path, await connect(path, waiting), waiting);
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError('unreachable', `The database file cannot be opened: ${path}`, { cause: error });
  }
}

interface Opened {
  readonly connection: SqliteConnection;
  readonly files: OpenedFiles;
}

async function connect(path: string, waiting: Waiting): Promise<Opened> {
  const connection = openFile(path);
  try {
    await whenFree(waiting, () => connection.exec('PRAGMA journal_mode = WAL'));
    await connection.exec('PRAGMA foreign_keys = ON');
    await connection.exec('PRAGMA case_sensitive_like = ON');
    // What is deleted, a token for one, does not stay in the file.
    await connection.exec('PRAGMA secure_delete = ON');
    await connection.exec("CREATE TEMP VIEW dual AS SELECT 'X' AS dummy");
    return { connection, files: new OpenedFiles(path) };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function openFile(path: string): SqliteConnection {
  try {
    return new SqliteConnection(openDatabaseFile(path, BLOCKING_MS));
  } catch (error) {
    throw fromSqlite(error, `open ${path}`);
  }
}

type Waiting = ConflictRetryOptions & { readonly busyTimeoutMs: number; readonly latencyMs: number };

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
  readonly #path: string;
  readonly #waiting: Waiting;
  readonly #queue = new Mutex();
  #opened: Opened | undefined;
  #closed = false;
  #synchronous: 'NORMAL' | 'FULL' | undefined;

  constructor(path: string, opened: Opened, waiting: Waiting) {
    this.#path = path;
    this.#opened = opened;
    this.#waiting = waiting;
  }

  query<T>(row: z.ZodMiniType<T>, statement: Sql, binds?: Binds): Promise<T[]> {
    return this.#use(async (connection) => {
      await this.#roundTrip();
      return whenFree(this.#waiting, () => connection.query(row, statement, binds));
    });
  }

  execute(statement: Sql, binds?: Binds): Promise<number> {
    return this.#use(async (connection) => {
      await this.#roundTrip();
      await this.#writeThrough(connection, 'NORMAL');
      return whenFree(this.#waiting, () => connection.execute(statement, binds));
    });
  }

  executeMany(statement: Sql, rows: readonly Binds[]): Promise<number> {
    return this.#commit((tx) => tx.executeMany(statement, rows), { commits: 'with the statement' });
  }

  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return retryConflicts(() => this.#commit(work), this.#waiting);
  }

  runMigrationStatement(text: string, record?: (tx: Queryable) => Promise<void>): Promise<void> {
    return this.#commit(async (tx, connection) => {
      await connection.exec(text);
      await record?.(tx);
    });
  }

  close(): Promise<void> {
    return this.#queue.run(async () => {
      this.#closed = true;
      this.#drop();
    });
  }

  /** One piece of work with a connection that is well as far as can be seen; one that breaks is closed. */
  #use<T>(work: (connection: SqliteConnection) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      const connection = await this.#current();
      try {
        return await work(connection);
      } catch (error) {
        // What is in memory would go with its connection.
        if (breaksConnection(error) && this.#path !== MEMORY) this.#drop();
        throw error;
      }
    });
  }

  async #current(): Promise<SqliteConnection> {
    if (this.#closed) throw new DatabaseError('usage', 'This database has been closed.');
    const state = this.#opened?.files.state();
    if (state === 'missing') {
      this.#drop();
      throw missingFile(this.#path);
    }
    if (state === 'replaced') this.#drop();
    this.#opened ??= await connect(this.#path, this.#waiting);
    return this.#opened.connection;
  }

  #drop(): void {
    const opened = this.#opened;
    this.#opened = undefined;
    this.#synchronous = undefined;
    opened?.connection.close();
  }

  /** On Oracle a transaction begins with its first statement, so BEGIN is no round trip. */
  #commit<T>(
    work: (tx: Queryable, connection: SqliteConnection) => Promise<T>,
    { commits }: { readonly commits: 'alone' | 'with the statement' } = { commits: 'alone' },
  ): Promise<T> {
    return this.#use(async (connection) => {
      await this.#writeThrough(connection, 'FULL');
      await whenFree(this.#waiting, () => connection.exec('BEGIN IMMEDIATE'));
      const tx = new Transaction(connection, () => this.#roundTrip());
      try {
        const result = await work(tx, connection);
        tx.refuseIfHalfway();
        tx.end();
        if (commits === 'alone') await this.#roundTrip();
        await commit(connection);
        return result;
      } catch (error) {
        tx.end();
        await rollback(connection, error);
        throw error;
      }
    });
  }

  async #roundTrip(): Promise<void> {
    const { latencyMs, pause } = this.#waiting;
    if (latencyMs > 0) await pause(latencyMs);
  }

  /** In WAL mode: FULL syncs the log at each commit, NORMAL before a checkpoint only; the order stays either way. */
  async #writeThrough(connection: SqliteConnection, synchronous: 'NORMAL' | 'FULL'): Promise<void> {
    if (this.#synchronous === synchronous) return;
    await connection.exec(`PRAGMA synchronous = ${synchronous}`);
    this.#synchronous = synchronous;
  }
}

/** A disk that fails at the commit leaves it open whether the transaction is found again: that is 'lost'. */
async function commit(connection: SqliteConnection): Promise<void> {
  try {
    await connection.exec('COMMIT');
  } catch (error) {
    if (!(error instanceof DatabaseError && error.engineCode === 'SQLITE_IOERR')) throw error;
    throw new DatabaseError('lost', error.message, { engineCode: error.engineCode, cause: error });
  }
}

/** SQLite has rolled back by itself after some errors (a full disk); a broken connection is closed anyway. */
async function rollback(connection: SqliteConnection, cause: unknown): Promise<void> {
  try {
    await connection.exec('ROLLBACK');
  } catch (error) {
    if (breaksConnection(cause)) return;
    if (!(error instanceof DatabaseError && error.message.includes('no transaction is active'))) throw error;
  }
}
