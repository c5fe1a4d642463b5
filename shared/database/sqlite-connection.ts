import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type * as z from 'zod/mini';
import { LruMap } from '../cache/lru-map.ts';
import { checkNames, checkValue } from './binds.ts';
import type { Binds, Queryable, Sql } from './database.ts';
import { inDialect, SQLITE_DIALECT } from './dialect.ts';
import { checkColumns, parseRow } from './rows.ts';
import { fromSqlite } from './sqlite-errors.ts';
import { withPlaces } from './statement-text.ts';

const CACHED_STATEMENTS = 200;

interface Prepared {
  /** Of each place, in the order in which the statement has them. */
  readonly order: readonly string[];
  readonly names: ReadonlySet<string>;
  readonly statement: StatementSync;
  /** Of the rows; known from the first query on. */
  columns?: readonly string[];
}

/** node:sqlite with the project's rules for binds, rows and errors. Knows nothing of turns and transactions. */
export class SqliteConnection implements Queryable {
  readonly #db: DatabaseSync;
  /** By statement. */
  readonly #prepared = new LruMap<string, Prepared>(CACHED_STATEMENTS);

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  async query<T>(row: z.ZodMiniType<T>, text: Sql, binds: Binds = {}): Promise<T[]> {
    return this.#mapped(text, () => {
      const prepared = this.#prepare(text);
      prepared.columns ??= columnsOf(prepared.statement, text);
      const { columns } = prepared;
      const rows = prepared.statement.all(...values(prepared, binds, text));
      return rows.map((each) => parseRow(row, columns, each, text));
    });
  }

  async execute(text: Sql, binds: Binds = {}): Promise<number> {
    return this.#mapped(text, () => {
      const prepared = this.#prepare(text);
      return Number(prepared.statement.run(...values(prepared, binds, text)).changes);
    });
  }

  async executeMany(text: Sql, rows: readonly Binds[]): Promise<number> {
    return this.#mapped(text, () => {
      const prepared = this.#prepare(text);
      let changed = 0;
      for (const binds of rows)
        changed += Number(prepared.statement.run(...values(prepared, binds, text)).changes);
      return changed;
    });
  }

  async exec(text: string): Promise<void> {
    this.#mapped(text, () => this.#db.exec(text));
  }

  close(): void {
    this.#prepared.clear();
    this.#db.close();
  }

  #prepare(text: Sql): Prepared {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const prepared = this.#parse(inDialect(text, SQLITE_DIALECT));
    this.#prepared.set(text, prepared);
    return prepared;
  }

  #parse(text: string): Prepared {
    const { text: places, order } = withPlaces(text);
    return { order, names: new Set(order), statement: this.#db.prepare(places) };
  }

  #mapped<T>(text: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw fromSqlite(error, text);
    }
  }
}

/** Lets the statement return each row as a list of values, which node:sqlite makes faster than an object. */
function columnsOf(statement: StatementSync, text: string): readonly string[] {
  const names = statement.columns().map((column) => column.name);
  const columns = checkColumns(names, text);
  statement.setReturnArrays(true);
  return columns;
}

/**
 * By place: node:sqlite looks every value that is bound by name up among all names of the statement. It binds a JS
 * number as REAL, and a text column would then hold '5.0'.
 */
function values({ order, names }: Prepared, binds: Binds, text: string): (string | bigint | null)[] {
  checkNames(names, binds, text);
  return order.map((name) => {
    const value = checkValue(name, binds[name], text);
    return typeof value === 'number' ? BigInt(value) : value;
  });
}
