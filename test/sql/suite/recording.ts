import type { Binds, Database, Queryable, Sql } from '../../../shared/database/database.ts';

/** What ran: each statement with the types that its binds had. */
export class Ran {
  readonly #statements = new Map<string, Map<string, Set<'text' | 'number'>>>();

  add(statement: Sql, binds: Binds): void {
    const types = this.#statements.get(statement) ?? new Map<string, Set<'text' | 'number'>>();
    this.#statements.set(statement, types);
    for (const [name, value] of Object.entries(binds)) {
      const seen = types.get(name) ?? new Set();
      types.set(name, seen);
      if (value !== null && value !== '') seen.add(typeof value === 'number' ? 'number' : 'text');
    }
  }

  has(statement: string): boolean {
    return this.#statements.has(statement);
  }

  /** By statement: the types of each bind, NULL left out. */
  get binds(): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<'text' | 'number'>>> {
    return this.#statements;
  }
}

/** The same database, with what it runs written down. */
export function recording(db: Database, ran: Ran): Database {
  return {
    ...recordingQueryable(db, ran),
    engine: db.engine,
    transaction: (work) => db.transaction((tx) => work(recordingQueryable(tx, ran))),
    runMigrationStatement: (text, record) =>
      db.runMigrationStatement(text, record && ((tx) => record(recordingQueryable(tx, ran)))),
    close: () => db.close(),
  };
}

function recordingQueryable(q: Queryable, ran: Ran): Queryable {
  return {
    query(row, statement, binds) {
      ran.add(statement, binds ?? {});
      return q.query(row, statement, binds);
    },
    execute(statement, binds) {
      ran.add(statement, binds ?? {});
      return q.execute(statement, binds);
    },
    executeMany(statement, rows) {
      for (const binds of rows) ran.add(statement, binds);
      return q.executeMany(statement, rows);
    },
  };
}
