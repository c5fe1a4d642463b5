import { LruMap } from '../cache/lru-map.ts';
import type { Database } from './database.ts';
import type { DatabaseLocation } from './database-location.ts';
import type { ConflictRetryOptions } from './retry-conflicts.ts';
import { openSqlite, type SqliteOptions } from './sqlite.ts';

/**
 * Opens a clan's schema: a path with the embedded engine, a connect string with Oracle. The Oracle driver is
 * loaded when the first one is opened. Nothing is migrated. A file that cannot be opened is a `DatabaseError`
 * 'unreachable' here; Oracle is not asked yet: its first statement throws 'unreachable' or 'denied'. `latencyMs` and
 * `create` are the embedded engine's: with `create: false` no file is made where there is none.
 */
export async function openDatabase(
  location: DatabaseLocation,
  options: Partial<ConflictRetryOptions> & Pick<SqliteOptions, 'create' | 'latencyMs'> = {},
): Promise<Database> {
  if ('path' in location) return await openSqlite(location.path, options);
  const { openOracle } = await import('./oracle.ts');
  return await openOracle(location, options);
}

interface Opened {
  readonly location: DatabaseLocation;
  readonly database: Promise<Database>;
}

/** Databases that stay open from call to call in one process. */
export interface DatabaseCache {
  /**
   * The open database of this location; opened when it is not, or when its password has changed. A file must be
   * there: functions make none, whoever prepares the clan does.
   */
  get(location: DatabaseLocation): Promise<Database>;
  /** Closes all; waits for what is running. */
  close(): Promise<void>;
}

/**
 * Keeps at most `limit` databases open (8: one session each on Oracle, of which an Always Free database has
 * 30 in all). The least recently asked for is closed when another is opened, after the work it is doing.
 * A failure to open is not kept.
 */
export function createDatabaseCache(
  options: { limit?: number; open?: (location: DatabaseLocation) => Promise<Database> } = {},
): DatabaseCache {
  const limit = options.limit ?? 8;
  const open = options.open ?? ((location) => openDatabase(location, { create: false }));
  let closing: Promise<void> = Promise.resolve();
  const opened = new LruMap<string, Opened>(limit, (dropped) => {
    closing = closeOne(dropped);
  });

  // A database that could not be opened has said so to whoever asked for it.
  function closeOne({ database }: Opened): Promise<void> {
    return database.then((open) => open.close()).catch(() => undefined);
  }

  return {
    async get(location) {
      const key = 'path' in location ? location.path : `${location.user}@${location.connectString}`;
      const known = opened.get(key);
      if (known !== undefined) {
        if (JSON.stringify(known.location) === JSON.stringify(location)) return await known.database;
        opened.delete(key);
        await closeOne(known);
      }
      const entry = { location, database: open(location) };
      opened.set(key, entry);
      await closing;
      try {
        return await entry.database;
      } catch (error) {
        if (opened.get(key) === entry) opened.delete(key);
        throw error;
      }
    },
    async close() {
      const all = opened.values();
      opened.clear();
      await Promise.all(all.map(closeOne));
    },
  };
}
