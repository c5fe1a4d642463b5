import type * as z from 'zod/mini';
import type { Binds, Database, Queryable, Sql } from './database.ts';
import { DatabaseError } from './errors.ts';
import { Mutex } from './mutex.ts';
import { boundedConnectString } from './oracle-connect-string.ts';
import { OracleQueryable, ROWS_PER_BATCH } from './oracle-connection.ts';
import {
  loadOracleDriver,
  type OracleConnection,
  type OracleDriver,
  type OraclePool,
} from './oracle-driver.ts';
import { fromOracle, isBroken } from './oracle-errors.ts';
import { type ConflictRetryOptions, DEFAULT_CONFLICT_RETRY, retryConflicts } from './retry-conflicts.ts';
import { Transaction } from './transaction.ts';

export interface OracleLocation {
  readonly user: string;
  readonly password: string;
  /** A descriptor, Easy Connect, or a name of tnsnames.ora. Its retries are taken out. */
  readonly connectString: string;
}

export interface OracleOptions extends Partial<ConflictRetryOptions> {
  readonly driver?: OracleDriver;
  /** Milliseconds for one statement; then `DatabaseError` 'busy'. 10,000. */
  readonly callTimeoutMs?: number;
  /** Seconds until a session is there; then `DatabaseError` 'unreachable'. 5. */
  readonly connectTimeoutSeconds?: number;
}

/** Shorter than the migrator's lease, so that the lease outlives every statement. */
const MIGRATION_TIMEOUT_MS = 170_000;

/**
 * A clan's schema in an Oracle database, through node-oracledb's thin mode with a pool of one session that is
 * given back after each piece of work. Nothing is sent before the first statement, which throws
 * `DatabaseError` 'unreachable' or 'denied' when there is no way in.
 *
 * A session that broke while the container was frozen is replaced once, and the work starts again: only a
 * commit can have changed anything, and one that broke is reported as 'lost', never repeated.
 */
export async function openOracle(location: OracleLocation, options: OracleOptions = {}): Promise<Database> {
  const driver = options.driver ?? (await loadOracleDriver());
  driver.connectionClass = 'clan-bot';
  const connectTimeout = options.connectTimeoutSeconds ?? 5;
  try {
    const pool = await driver.createPool({
      user: location.user,
      password: location.password,
      connectString: boundedConnectString(location.connectString),
      poolMin: 0,
      poolMax: 1,
      poolIncrement: 1,
      poolTimeout: 60,
      poolPingInterval: 10,
      poolPingTimeout: 1500,
      queueTimeout: (connectTimeout + 5) * 1000,
      stmtCacheSize: 100,
      transportConnectTimeout: Math.min(3, connectTimeout),
      connectTimeout,
      sessionCallback: prepareSession,
    });
    const callTimeoutMs = options.callTimeoutMs ?? 10_000;
    return new OracleDatabase(driver, pool, { ...DEFAULT_CONFLICT_RETRY, ...options }, callTimeoutMs);
  } catch (error) {
    throw fromOracle(error, `open the schema of ${location.user}`);
  }
}

/**
 * Pages begin after a key, so keys have to be sorted as they are compared, whatever the language of the database is.
 * One statement for all settings, since a new session after a freeze pays for each; nothing depends on a time zone.
 */
function prepareSession(connection: OracleConnection, _tag: string, done: (error?: unknown) => void): void {
  connection.execute('ALTER SESSION SET NLS_SORT = BINARY NLS_COMP = BINARY').then(
    () => done(),
    (error) => done(error),
  );
}

class OracleDatabase implements Database {
  readonly engine = 'oracle';
  readonly #driver: OracleDriver;
  readonly #pool: OraclePool;
  readonly #pausing: ConflictRetryOptions;
  readonly #callTimeoutMs: number;
  readonly #queue = new Mutex();

  constructor(driver: OracleDriver, pool: OraclePool, pausing: ConflictRetryOptions, callTimeoutMs: number) {
    this.#driver = driver;
    this.#pool = pool;
    this.#pausing = pausing;
    this.#callTimeoutMs = callTimeoutMs;
  }

  query<T>(row: z.ZodMiniType<T>, statement: Sql, binds?: Binds): Promise<T[]> {
    return this.#withSession((session) => this.#queryable(session).query(row, statement, binds));
  }

  execute(statement: Sql, binds?: Binds): Promise<number> {
    return this.#withCommit((queryable) => queryable.execute(statement, binds));
  }

  executeMany(statement: Sql, rows: readonly Binds[]): Promise<number> {
    if (rows.length > ROWS_PER_BATCH) return this.#commit((tx) => tx.executeMany(statement, rows));
    return this.#withCommit((queryable) => queryable.executeMany(statement, rows));
  }

  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return retryConflicts(() => this.#commit(work), this.#pausing);
  }

  /** Column lengths count characters, not bytes: else an emoji would take four of a name's hundred. */
  runMigrationStatement(text: string, record?: (tx: Queryable) => Promise<void>): Promise<void> {
    return this.#commit(async (tx, session) => {
      session.callTimeout = MIGRATION_TIMEOUT_MS;
      try {
        await session.execute('ALTER SESSION SET NLS_LENGTH_SEMANTICS = CHAR');
        await this.#sendMigration(session, text);
      } catch (error) {
        throw fromOracle(error, text);
      }
      await record?.(tx);
    });
  }

  async close(): Promise<void> {
    await this.#queue.run(() => this.#pool.close(0));
  }

  #queryable(session: OracleConnection): OracleQueryable {
    return new OracleQueryable(session, this.#driver);
  }

  /** DDL commits by itself, so a session that breaks here leaves the outcome open. */
  async #sendMigration(session: OracleConnection, text: string): Promise<void> {
    try {
      await session.execute(text);
    } catch (error) {
      throw isBroken(error) ? lost(error) : error;
    }
  }

  /** One statement that carries its commit with it: one round trip. A session that breaks leaves the outcome open. */
  #withCommit<T>(work: (queryable: OracleQueryable) => Promise<T>): Promise<T> {
    return this.#withSession(async (session) => {
      try {
        return await work(new OracleQueryable(session, this.#driver, { autoCommit: true }));
      } catch (error) {
        throw error instanceof DatabaseError ? lostIfUnknown(error) : error;
      }
    });
  }

  #commit<T>(work: (tx: Queryable, session: OracleConnection) => Promise<T>): Promise<T> {
    return this.#withSession(async (session) => {
      const tx = new Transaction(this.#queryable(session));
      let result: T;
      try {
        result = await work(tx, session);
        tx.refuseIfHalfway();
      } catch (error) {
        // Giving the session back rolls back what it had not committed.
        tx.end();
        throw error;
      }
      tx.end();
      await this.#sendCommit(session);
      return result;
    });
  }

  async #sendCommit(session: OracleConnection): Promise<void> {
    try {
      await session.commit();
    } catch (error) {
      const known = fromOracle(error, 'COMMIT');
      throw known instanceof DatabaseError ? lostIfUnknown(known) : known;
    }
  }

  #withSession<T>(work: (session: OracleConnection) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      try {
        return await this.#attempt(work);
      } catch (error) {
        if (!isBrokenSession(error)) throw error;
        return await this.#attempt(work);
      }
    });
  }

  async #attempt<T>(work: (session: OracleConnection) => Promise<T>): Promise<T> {
    const session = await this.#acquire();
    let drop = false;
    try {
      return await work(session);
    } catch (error) {
      drop = error instanceof DatabaseError && (error.code === 'lost' || isDriverTrouble(error));
      throw error;
    } finally {
      // What the work came to is known by now; a session that cannot be given back is dropped by the pool.
      await session.close({ drop }).catch(() => undefined);
    }
  }

  async #acquire(): Promise<OracleConnection> {
    try {
      const session = await this.#pool.getConnection();
      session.callTimeout = this.#callTimeoutMs;
      return session;
    } catch (error) {
      const known = fromOracle(error, 'connect');
      // No session of this work broke, none was had: an attempt more would make everybody wait twice as long.
      if (known instanceof DatabaseError && isBrokenSession(known)) {
        const { engineCode } = known;
        throw new DatabaseError('unreachable', known.message, {
          ...(engineCode === undefined ? {} : { engineCode }),
          cause: known,
        });
      }
      throw known;
    }
  }
}

/** The session is gone, or was interrupted by a timeout and may be in the middle of something. */
function isDriverTrouble(error: DatabaseError): boolean {
  return isBrokenSession(error) || error.engineCode?.startsWith('NJS-') === true;
}

function isBrokenSession(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === 'unreachable' && isBroken(error.cause);
}

/** What a session that broke or was interrupted came to is not known where a commit was on its way. */
function lostIfUnknown(error: DatabaseError): DatabaseError {
  const interrupted = error.code === 'busy' && error.engineCode?.startsWith('NJS-') === true;
  return error.code === 'unreachable' || interrupted ? lost(error.cause) : error;
}

function lost(error: unknown): DatabaseError {
  const known = fromOracle(error, 'COMMIT');
  const engineCode = known instanceof DatabaseError ? known.engineCode : undefined;
  return new DatabaseError(
    'lost',
    'The session broke while it committed; whether it did must be looked up.',
    {
      ...(engineCode === undefined ? {} : { engineCode }),
      cause: error,
    },
  );
}
