import type { Binds, Queryable, Sql } from './database.ts';
import { ConflictError, DatabaseError } from './errors.ts';

/** Runs a statement for each of these rows, in one round trip. Returns the rows changed in all. */
export async function writeRows(tx: Queryable, statement: Sql, rows: readonly Binds[]): Promise<number> {
  const [only] = rows;
  if (only === undefined) return 0;
  return rows.length === 1 ? tx.execute(statement, only) : tx.executeMany(statement, rows);
}

/**
 * Runs an INSERT (or an UPDATE of a unique key) whose rows another transaction may be writing at the same time, and
 * returns the rows changed. A key that exists already becomes `ConflictError`, so that the transaction starts
 * again and finds the other's row.
 */
export async function writeOnce(tx: Queryable, statement: Sql, rows: readonly Binds[]): Promise<number> {
  try {
    return await writeRows(tx, statement, rows);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'unique') {
      throw new ConflictError('another transaction wrote this row first', { cause: error });
    }
    throw error;
  }
}

/** The same for one row. */
export function insertOnce(tx: Queryable, statement: Sql, binds: Binds): Promise<number> {
  return writeOnce(tx, statement, [binds]);
}
