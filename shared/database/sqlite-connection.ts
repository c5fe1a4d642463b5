import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type * as z from 'zod/mini';
import { LruMap } from '../cache/lru-map.ts';
import { checkBinds } from './binds.ts';
import type { Binds, Queryable, Sql } from './database.ts';
import { inDialect, SQLITE_DIALECT } from './dialect.ts';
import { checkColumns, parseRows } from './rows.ts';
import { fromSqlite } from './sqlite-errors.ts';
import { bindNames } from './statement-text.ts';

const CACHED_STATEMENTS = 200;

interface Prepared {
  readonly names: ReadonlySet<string>;
  readonly statement: StatementSync;
  columnsChecked: boolean;
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
      if (!prepared.columnsChecked) {
        const names = prepared.statement.columns().map((column) => column.name);
        checkColumns(names, text);
        prepared.columnsChecked = true;
      }
      return parseRows(row, prepared.statement.all(integers(checkBinds(prepared.names, binds, text))), text);
    });
  }

  async execute(text: Sql, binds: Binds = {}): Promise<number> {
    return this.#mapped(text, () => {
      const { names, statement } = this.#prepare(text);
      return Number(statement.run(integers(checkBinds(names, binds, text))).changes);
    });
  }

  async executeMany(text: Sql, rows: readonly Binds[]): Promise<number> {
    return this.#mapped(text, () => {
      const { names, statement } = this.#prepare(text);
      let changed = 0;
      for (const binds of rows)
        changed += Number(statement.run(integers(checkBinds(names, binds, text))).changes);
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
    return { names: bindNames(text), statement: this.#db.prepare(text), columnsChecked: false };
  }

  #mapped<T>(text: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw fromSqlite(error, text);
    }
  }
}

/** node:sqlite binds a JS number as REAL, and a text column would then hold '5.0'. */
function integers(binds: Binds): Record<string, string | bigint | null> {
  return Object.fromEntries(
    Object.entries(binds).map(([name, value]) => [name, typeof value === 'number' ? BigInt(value) : value]),
  );
}
