import type { Database, Queryable, Sql } from '../database/database.ts';
import { DatabaseError } from '../database/errors.ts';

/** The administrator's connection: reads of the dictionary, and statements about users. */
export interface AdminDatabase {
  readonly query: Queryable['query'];
  /** `what` stands for the statement in an error, because a statement about a user may hold its password. */
  run(statement: Sql, what: string): Promise<void>;
}

/** Wraps the administrator's connection. Errors keep code and ORA number and lose the statement's text. */
export function adminDatabase(db: Database): AdminDatabase {
  return {
    query: (row, statement, binds) => db.query(row, statement, binds),
    async run(statement, what) {
      try {
        await db.runMigrationStatement(statement);
      } catch (error) {
        throw withoutStatement(error, what);
      }
    },
  };
}

/** No `cause`: the original's message may quote the statement, and with it the password. */
function withoutStatement(error: unknown, what: string): DatabaseError {
  if (!(error instanceof DatabaseError)) return new DatabaseError('other', `Could not ${what}.`);
  const { code, engineCode } = error;
  return new DatabaseError(
    code,
    `Could not ${what}: ${engineCode ?? code}.`,
    engineCode === undefined ? {} : { engineCode },
  );
}
