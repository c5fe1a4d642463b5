import type * as z from 'zod/mini';
import { LruMap } from '../cache/lru-map.ts';
import { checkBinds } from './binds.ts';
import type { Binds, Queryable, Sql } from './database.ts';
import { inDialect, ORACLE_DIALECT } from './dialect.ts';
import type { OracleConnection, OracleDriver, OracleExecuteOptions } from './oracle-driver.ts';
import { fromOracle } from './oracle-errors.ts';
import { checkColumns, parseRows } from './rows.ts';
import { bindNames } from './statement-text.ts';

/** Rows that come in one round trip; a query of the bot rarely has more. */
const ROWS_PER_TRIP = 500;
/** Rows of one array bind. */
export const ROWS_PER_BATCH = 2000;
const CACHED_TEXTS = 500;

/** Statements as Oracle runs them, with their bind names; for all clans of the process. Bounded. */
const texts = new LruMap<string, { readonly text: string; readonly names: ReadonlySet<string> }>(
  CACHED_TEXTS,
);

/** One checked-out session with the project's rules for binds, rows and errors. Commits nothing unless told to. */
export class OracleQueryable implements Queryable {
  readonly #connection: OracleConnection;
  readonly #queryOptions: OracleExecuteOptions;
  readonly #writeOptions: { readonly autoCommit: boolean };

  /** `autoCommit`: each write commits with itself, in the same round trip. */
  constructor(connection: OracleConnection, driver: OracleDriver, { autoCommit = false } = {}) {
    this.#connection = connection;
    this.#writeOptions = { autoCommit };
    this.#queryOptions = {
      outFormat: driver.OUT_FORMAT_OBJECT,
      fetchArraySize: ROWS_PER_TRIP,
      prefetchRows: ROWS_PER_TRIP + 1,
      fetchTypeHandler: (column) =>
        column.dbType === driver.DB_TYPE_CLOB ? { type: driver.STRING } : undefined,
    };
  }

  async query<T>(row: z.ZodMiniType<T>, statement: Sql, binds: Binds = {}): Promise<T[]> {
    const { text, names } = forOracle(statement);
    const values = checkBinds(names, binds, text);
    const result = await this.#mapped(text, () => this.#connection.execute(text, values, this.#queryOptions));
    const columns = (result.metaData ?? []).map((column) => column.name);
    checkColumns(columns, text);
    return parseRows(row, result.rows ?? [], text);
  }

  async execute(statement: Sql, binds: Binds = {}): Promise<number> {
    const { text, names } = forOracle(statement);
    const values = checkBinds(names, binds, text);
    const result = await this.#mapped(text, () => this.#connection.execute(text, values, this.#writeOptions));
    return result.rowsAffected ?? 0;
  }

  async executeMany(statement: Sql, rows: readonly Binds[]): Promise<number> {
    const { text, names } = forOracle(statement);
    const values = rows.map((binds) => checkBinds(names, binds, text));
    let changed = 0;
    for (let start = 0; start < values.length; start += ROWS_PER_BATCH) {
      const batch = values.slice(start, start + ROWS_PER_BATCH);
      const result = await this.#mapped(text, () =>
        this.#connection.executeMany(text, batch, this.#writeOptions),
      );
      changed += result.rowsAffected ?? 0;
    }
    return changed;
  }

  async #mapped<T>(text: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw fromOracle(error, text);
    }
  }
}

function forOracle(statement: Sql): { readonly text: string; readonly names: ReadonlySet<string> } {
  const known = texts.get(statement);
  if (known !== undefined) return known;
  const text = inDialect(statement, ORACLE_DIALECT);
  const prepared = { text, names: bindNames(text) };
  texts.set(statement, prepared);
  return prepared;
}
