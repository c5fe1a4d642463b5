/**
 * What the stores know of a database. Two adapters implement it: `sqlite.ts` (embedded) and `oracle.ts`
 * (Autonomous Database). One text of SQL runs on both; `sql/README.md` says what that excludes.
 */
import type * as z from 'zod/mini';

declare const isSql: unique symbol;
/** A statement written with the `sql` tag. Only those reach a database, so every one can be found and checked. */
export type Sql = string & { readonly [isSql]: true };

/**
 * Tags a statement. Only other tagged fragments may be interpolated: values are bound, never written in.
 * The marker `{rows}` stands where a row limit goes; the caller binds `row_offset` and `row_limit`.
 */
export function sql(text: TemplateStringsArray, ...fragments: Sql[]): Sql {
  return String.raw({ raw: text.raw }, ...fragments).trim() as Sql;
}

const NAME = /^[a-z][a-z0-9_]*$/;

/** Names of tables and columns, of the schema and never of a value, as a fragment. Throws for anything else. */
export function names(...identifiers: readonly string[]): Sql {
  const wrong = identifiers.find((name) => !NAME.test(name));
  if (wrong !== undefined) throw new TypeError(`${JSON.stringify(wrong)} is no name of a table or column.`);
  return identifiers.join(', ') as Sql;
}

/** A bind for each column, of its name. */
export function binds(columns: readonly string[]): Sql {
  return names(...columns).replace(/\w+/g, ':$&') as Sql;
}

/** A value bound by name. '' is bound as NULL (Oracle knows no other); `undefined` is refused. */
export type Bind = string | number | null;
/** Exactly the names that the statement has, else `DatabaseError`. */
export type Binds = Readonly<Record<string, Bind>>;

/** Runs statements. Times are Unix milliseconds, booleans 0 or 1, ids text. */
export interface Queryable {
  /** Rows with lower-case keys, each parsed by `row`. Numbers are safe integers, else `DatabaseError`. */
  query<T>(row: z.ZodMiniType<T>, statement: Sql, binds?: Binds): Promise<T[]>;
  /** The number of rows changed. Compare-and-set reads this: 0 means somebody else was first. */
  execute(statement: Sql, binds?: Binds): Promise<number>;
  /** The same statement for many rows in one call, all or none of them; returns the rows changed in all. */
  executeMany(statement: Sql, rows: readonly Binds[]): Promise<number>;
}

export interface Database extends Queryable {
  readonly engine: 'sqlite' | 'oracle';
  /**
   * Runs `work` in one transaction: committed when it resolves, rolled back when it throws. `work` only talks
   * to the database (no network), because it may run again: after `ConflictError` up to 5 times.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /**
   * Runs one statement of a migration; the only way for text that is no `sql` constant. `record` is committed
   * with it; where the engine commits DDL by itself (Oracle), right after it.
   */
  runMigrationStatement(text: string, record?: (tx: Queryable) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}
