import type { Binds, Queryable, Sql } from './database.ts';
import { ConflictError, DatabaseError } from './errors.ts';

/**
 * Runs an INSERT (or an UPDATE of a unique key) whose row another transaction may be writing at the same time, and
 * returns the rows changed. A key that exists already becomes `ConflictError`, so that the transaction starts
 * again and finds the other's row.
 */
export async function insertOnce(tx: Queryable, statement: Sql, binds: Binds): Promise<number> {
  try {
    return await tx.execute(statement, binds);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'unique') {
      throw new ConflictError('another transaction wrote this row first', { cause: error });
    }
    throw error;
  }
}
