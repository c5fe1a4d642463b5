import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SqliteConnection } from '../../shared/database/sqlite-connection.ts';
import { ImportError } from './import-error.ts';
import type { OldDatabase } from './old-database.ts';
import { layoutOf, OLD_TABLES } from './old-layout.ts';

/** Milliseconds that the old bot may hold its file. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * Opens the old bot's SQLite file for reading only; nothing of it changes, not even its journal. While a snapshot is
 * read, the old bot waits with its writes. Throws `ImportError` when it cannot be read or is some other database.
 */
export function openOldSqlite(path: string): OldDatabase {
  if (!existsSync(path)) {
    throw new ImportError(`${path} is not there. Nothing was changed. Name the old bot's file with --from.`);
  }
  const db = open(path);
  try {
    const columns = columnsOf(db);
    const layout = layoutOf(columns, path);
    const connection = new SqliteConnection(db);
    return {
      name: path,
      layout,
      async snapshot(work) {
        await connection.exec('BEGIN');
        try {
          return await work(connection);
        } finally {
          await connection.exec('ROLLBACK');
        }
      },
      textsWithNul: () => textsWithNul(db, columns),
      async close() {
        connection.close();
      },
    };
  } catch (error) {
    db.close();
    throw error instanceof ImportError ? error : unreadable(path, error);
  }
}

function open(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): ImportError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ImportError(`${path} cannot be read (${reason}). Nothing was changed.`, { cause });
}

function columnsOf(db: DatabaseSync): Map<string, Set<string>> {
  const columns = new Map<string, Set<string>>();
  for (const table of OLD_TABLES) {
    const names = db.prepare(`PRAGMA table_info(${table})`).all();
    if (names.length > 0) columns.set(table, new Set(names.map((row) => String(row['name']).toLowerCase())));
  }
  return columns;
}

/** SQLite keeps the whole text, and node:sqlite reads it up to its first NUL character. */
function* textsWithNul(
  db: DatabaseSync,
  columns: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<string> {
  for (const [table, all] of columns) {
    const names = [...all];
    const holdsNul = names.map(
      (name) => `typeof("${name}") = 'text' AND instr(CAST("${name}" AS BLOB), x'00') > 0`,
    );
    const found = names.map((_, index) => `(${holdsNul[index]}) AS found_${index}`);
    const rows = db.prepare(`
SELECT CAST(rowid AS TEXT) AS id, ${found.join(', ')} FROM ${table}
WHERE (${holdsNul.join(') OR (')})`);
    for (const { id, ...row } of rows.iterate()) {
      for (const [index, name] of names.entries())
        if (row[`found_${index}`] === 1) yield `${table} ${String(id)}: ${name}`;
    }
  }
}
