import { DatabaseError, type DatabaseErrorCode } from './errors.ts';
import { excerpt } from './statement-text.ts';

interface Known {
  readonly name: string;
  readonly code: DatabaseErrorCode;
}

/** Extended result codes of SQLite (https://sqlite.org/rescode.html) that mean something to a store. */
const EXTENDED: Readonly<Record<number, Known>> = {
  275: { name: 'SQLITE_CONSTRAINT_CHECK', code: 'constraint' },
  787: { name: 'SQLITE_CONSTRAINT_FOREIGNKEY', code: 'constraint' },
  1299: { name: 'SQLITE_CONSTRAINT_NOTNULL', code: 'constraint' },
  1555: { name: 'SQLITE_CONSTRAINT_PRIMARYKEY', code: 'unique' },
  2067: { name: 'SQLITE_CONSTRAINT_UNIQUE', code: 'unique' },
};
/** Primary codes, the low byte of an extended one. */
const PRIMARY: Readonly<Record<number, Known>> = {
  5: { name: 'SQLITE_BUSY', code: 'busy' },
  6: { name: 'SQLITE_LOCKED', code: 'busy' },
  8: { name: 'SQLITE_READONLY', code: 'unreachable' },
  10: { name: 'SQLITE_IOERR', code: 'unreachable' },
  11: { name: 'SQLITE_CORRUPT', code: 'other' },
  13: { name: 'SQLITE_FULL', code: 'unreachable' },
  14: { name: 'SQLITE_CANTOPEN', code: 'unreachable' },
  26: { name: 'SQLITE_NOTADB', code: 'other' },
};
/** After these a connection is of no more use: another one may find a file that is well. */
const BREAKING = ['SQLITE_READONLY', 'SQLITE_IOERR', 'SQLITE_CORRUPT', 'SQLITE_FULL', 'SQLITE_CANTOPEN'];

/** Turns what node:sqlite threw into the project's own error; any other value comes back as it is. */
export function fromSqlite(error: unknown, doing: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ERR_OUT_OF_RANGE') {
    return new DatabaseError('usage', `A number in the result is too large to be exact: ${excerpt(doing)}`, {
      cause: error,
    });
  }
  if (error.code !== 'ERR_SQLITE_ERROR') return error;
  const errcode = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 1;
  const known = EXTENDED[errcode] ?? PRIMARY[errcode & 0xff];
  return new DatabaseError(
    codeOf(known?.code ?? 'other', error.message),
    `${error.message}: ${excerpt(doing)}`,
    {
      engineCode: known?.name ?? `SQLITE_${errcode}`,
      cause: error,
    },
  );
}

/** Whether the connection that failed like this must be opened again. */
export function breaksConnection(error: unknown): boolean {
  return (
    error instanceof DatabaseError && error.engineCode !== undefined && BREAKING.includes(error.engineCode)
  );
}

/** SQLite has one code for several things that Oracle tells apart; its texts are stable. */
function codeOf(code: DatabaseErrorCode, message: string): DatabaseErrorCode {
  if (code === 'constraint' && /^CHECK constraint failed: LENGTH\(/i.test(message)) return 'too-long';
  if (code !== 'other') return code;
  if (/^no such (table|column|index)|has no column named/.test(message)) return 'schema';
  if (/already exists$|^duplicate column name/.test(message)) return 'exists';
  return 'other';
}
