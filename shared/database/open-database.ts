import type { Database } from './database.ts';
import type { DatabaseLocation } from './database-location.ts';
import type { Pausing } from './retry-conflicts.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens a clan's schema: a path with the embedded engine, a connect string with Oracle. The Oracle driver is
 * loaded when the first one is opened. Nothing is migrated. A file that cannot be opened is a `DatabaseError`
 * 'unreachable' here; Oracle is not asked yet: its first statement throws 'unreachable' or 'denied'.
 */
export async function openDatabase(
  location: DatabaseLocation,
  pausing: Partial<Pausing> = {},
): Promise<Database> {
  if ('path' in location) return await openSqlite(location.path, pausing);
  const { openOracle } = await import('./oracle.ts');
  return await openOracle(location, pausing);
}

/** Databases that stay open from call to call in one process. */
export interface DatabaseCache {
  /** The open database of this location; opened when it is not, or when its password has changed. */
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
  const open = options.open ?? openDatabase;
  const opened = new Map<string, { location: DatabaseLocation; database: Promise<Database> }>();

  async function closeOne(key: string): Promise<void> {
    const entry = opened.get(key);
    opened.delete(key);
    // A database that could not be opened has said so to whoever asked for it.
    await entry?.database.then((database) => database.close()).catch(() => undefined);
  }

  return {
    async get(location) {
      const key = 'path' in location ? location.path : `${location.user}@${location.connectString}`;
      const known = opened.get(key);
      if (known !== undefined && JSON.stringify(known.location) === JSON.stringify(location)) {
        opened.delete(key);
        opened.set(key, known);
        return await known.database;
      }
      if (known !== undefined) await closeOne(key);
      const entry = { location, database: open(location) };
      opened.set(key, entry);
      const [oldest] = opened.keys();
      if (opened.size > limit && oldest !== undefined) await closeOne(oldest);
      try {
        return await entry.database;
      } catch (error) {
        if (opened.get(key) === entry) opened.delete(key);
        throw error;
      }
    },
    async close() {
      await Promise.all([...opened.keys()].map(closeOne));
    },
  };
}
