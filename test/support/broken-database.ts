// For tests only: a database that goes wrong.
import type { Database } from '../../shared/database/database.ts';

/**
 * A database whose process dies at the n-th statement of a migration: before it ran, or right after it and
 * before its record (as on Oracle, where DDL commits by itself). Nothing works after that.
 */
export function dyingAt(target: Database, nth: number, when: 'before' | 'after'): Database {
  let count = 0;
  const alive = () => {
    if (count >= nth) throw new Error('killed');
  };
  return {
    engine: target.engine,
    query: async (row, statement, binds) => await target.query(row, statement, binds),
    async execute(statement, binds) {
      alive();
      return await target.execute(statement, binds);
    },
    executeMany: (statement, rows) => target.executeMany(statement, rows),
    transaction: (work) => target.transaction(work),
    async runMigrationStatement(text, record) {
      if (record === undefined) return await target.runMigrationStatement(text);
      count += 1;
      if (count < nth) return await target.runMigrationStatement(text, record);
      if (when === 'after') await target.runMigrationStatement(text);
      throw new Error('killed');
    },
    close: () => target.close(),
  };
}

/** The same database with some of its methods replaced. */
export function passing(db: Database, replaced: Partial<Database> = {}): Database {
  return {
    engine: db.engine,
    query: (...args) => db.query(...args),
    execute: (...args) => db.execute(...args),
    executeMany: (...args) => db.executeMany(...args),
    transaction: (work) => db.transaction(work),
    runMigrationStatement: (...args) => db.runMigrationStatement(...args),
    close: () => db.close(),
    ...replaced,
  };
}
