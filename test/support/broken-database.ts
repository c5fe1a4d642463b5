// For tests only: a database that goes wrong.
import type { Database, Queryable } from '../../shared/database/database.ts';

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

/**
 * A database whose process dies at the n-th thing that it is asked: a statement, in a transaction or outside one, or a
 * commit. A commit is counted twice, before and after it is made. Nothing works after that.
 */
export function killedAt(db: Database, nth: number): Database {
  let count = 0;
  function live(): void {
    count += 1;
    if (count >= nth) throw new Error('killed');
  }
  const counting = (q: Queryable): Queryable => ({
    query: async (...args) => {
      live();
      return await q.query(...args);
    },
    execute: async (...args) => {
      live();
      return await q.execute(...args);
    },
    executeMany: async (...args) => {
      live();
      return await q.executeMany(...args);
    },
  });
  return passing(db, {
    ...counting(db),
    async transaction(work) {
      const result = await db.transaction(async (tx) => {
        const done = await work(counting(tx));
        live();
        return done;
      });
      live();
      return result;
    },
  });
}
