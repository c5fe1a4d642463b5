// For tests and benches only: counts what a database with a network would be asked.
import type { Database, Queryable } from '../../shared/database/database.ts';
import { excerpt } from '../../shared/database/statement-text.ts';

export interface CountedDatabase {
  readonly db: Database;
  /** What made each round trip so far, in order: the beginning of the statement, `COMMIT` or `ROLLBACK`. */
  readonly trips: string[];
}

/**
 * A database that counts its round trips as Oracle makes them: one for a statement or an array bind, which outside a
 * transaction carries its commit with it, one for a COMMIT or a ROLLBACK, none for a BEGIN.
 */
export function countRoundTrips(db: Database): CountedDatabase {
  const trips: string[] = [];

  function counted(target: Queryable, made: () => void): Queryable {
    const count = (text: string) => {
      made();
      trips.push(excerpt(text));
    };
    return {
      query(row, statement, binds) {
        count(statement);
        return target.query(row, statement, binds);
      },
      execute(statement, binds) {
        count(statement);
        return target.execute(statement, binds);
      },
      executeMany(statement, rows) {
        if (rows.length > 0) count(`${rows.length} x ${statement}`);
        return target.executeMany(statement, rows);
      },
    };
  }

  const counting: Database = {
    engine: db.engine,
    ...counted(db, () => {}),
    transaction: (work) => {
      // The end of an attempt without a statement is nothing to send.
      let asked = false;
      return db.transaction(async (tx) => {
        asked = false;
        const inside = counted(tx, () => {
          asked = true;
        });
        try {
          const result = await work(inside);
          if (asked) trips.push('COMMIT');
          return result;
        } catch (error) {
          if (asked) trips.push('ROLLBACK');
          throw error;
        }
      });
    },
    runMigrationStatement: (text, record) => db.runMigrationStatement(text, record),
    close: () => db.close(),
  };
  return { db: counting, trips };
}
