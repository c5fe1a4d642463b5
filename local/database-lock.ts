import { closeSync, existsSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DatabaseLocation } from '../shared/database/database-location.ts';

/** Another process holds a clan's database: the bot that serves it, or a script that replaces it. */
export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError';
}

/** SQLITE_BUSY. */
const BUSY = 5;

/**
 * Keeps a clan's SQLite file for the platform that serves it, or for a script that replaces what is in it. The system
 * takes the lock of `<file>.lock` away with the process, however it ends, so that a file left behind locks nothing;
 * it holds between containers on one machine too. Functions and reading scripts need no lock. Returns what gives it
 * back. A schema on Oracle is not locked. Throws `DatabaseInUseError`.
 */
export function lockDatabase(location: DatabaseLocation): () => void {
  if (!('path' in location)) return () => {};
  // One name for one file, also where a link leads to it.
  const path = existsSync(location.path) ? realpathSync(location.path) : location.path;
  const file = `${path}.lock`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) {
      throw new DatabaseInUseError(
        `${location.path} is in use by another process (a running bot, or a restore).`,
      );
    }
    throw error;
  }
  return () => lock.close();
}
