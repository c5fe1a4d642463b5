import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { DatabaseError } from './errors.ts';

/** In memory: for tests. It has no file to lose. */
export const MEMORY = ':memory:';

/** SQLite's own files of one database: the log and its index exist while somebody has it open. */
const SUFFIXES = ['', '-wal', '-shm'];

/** Makes the database file where there is none, and its directories, open to this user only whatever the umask is. */
export function makeDatabaseFile(path: string): void {
  if (path === MEMORY) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
}

/**
 * Closes the files to other users, as far as they are this user's. SQLite gives its own files the mode that the
 * database file has at that moment and never corrects it: those of a file that was read-only would stay so.
 */
function setModes(path: string): void {
  const mode = statSync(path).mode & 0o700;
  for (const suffix of SUFFIXES) {
    const state = statSync(path + suffix, { throwIfNoEntry: false });
    if (state === undefined || state.uid !== process.getuid?.() || (state.mode & 0o777) === mode) continue;
    chmodSync(path + suffix, mode);
  }
}

/** Opens a file that is there; it is never made. Throws `DatabaseError` 'unreachable' when it is not. `timeout` in ms. */
export function openDatabaseFile(path: string, timeout: number): DatabaseSync {
  if (path === MEMORY) return new DatabaseSync(path, { timeout });
  if (identity(path) === undefined) throw missingFile(path);
  setModes(path);
  const url = pathToFileURL(path);
  url.searchParams.set('mode', 'rw');
  return new DatabaseSync(url, { timeout });
}

/** What a connection was opened on, to notice when it is no longer what lies at the path. */
export class OpenedFiles {
  readonly #path: string;
  readonly #database: string | undefined;
  #log: string | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#database = identity(path);
    this.#log = identity(`${path}-wal`);
  }

  /**
   * `missing`: there is no database file any more. `replaced`: another file is there, or the log is gone or another:
   * SQLite would go on writing to a file that nobody can find. Two look-ups of a name, some microseconds.
   */
  state(): 'same' | 'missing' | 'replaced' {
    if (this.#path === MEMORY) return 'same';
    const database = identity(this.#path);
    if (database === undefined) return 'missing';
    const log = identity(`${this.#path}-wal`);
    if (database !== this.#database || (this.#log !== undefined && log !== this.#log)) return 'replaced';
    // SQLite makes the log at the first statement.
    this.#log ??= log;
    return 'same';
  }
}

function identity(path: string): string | undefined {
  const state = statSync(path, { throwIfNoEntry: false });
  return state === undefined ? undefined : `${state.dev}:${state.ino}`;
}

/** What whoever asks reads while the file is missing. */
export function missingFile(path: string): DatabaseError {
  return new DatabaseError(
    'unreachable',
    `The database file ${path} is missing. Put it back, or restore a backup; none is made in its place.`,
    { engineCode: 'SQLITE_CANTOPEN' },
  );
}
