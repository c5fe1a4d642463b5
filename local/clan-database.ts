import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import type { Database } from '../shared/database/database.ts';
import type { DatabaseLocation } from '../shared/database/database-location.ts';
import { DatabaseError } from '../shared/database/errors.ts';
import { openDatabase } from '../shared/database/open-database.ts';
import { readOwnFile } from './own-file.ts';
import { writePrivateFile } from './private-file.ts';

const Known = z.array(z.string());

export interface OpenClanDatabaseOptions {
  /** Where it is remembered which database files there have been. */
  readonly dataDir: string;
  /** Begins with an empty database although there was one: somebody asked for it (`--new`). Default false. */
  readonly isNew?: boolean;
}

/**
 * Opens a clan's schema. A database file is made where none has been yet, and remembered in
 * `DATA_DIR/databases.json`: when it is missing later (a disk that is not mounted, a file moved away), none is made
 * in its place. Throws `DatabaseError`, 'unreachable' for that, and `OwnFileError`.
 */
export async function openClanDatabase(
  location: DatabaseLocation,
  { dataDir, isNew = false }: OpenClanDatabaseOptions,
): Promise<Database> {
  if (!('path' in location)) return openDatabase(location);
  const path = resolve(location.path);
  const known = await knownFiles(dataDir);
  if (known.includes(path) && !existsSync(path) && !isNew) {
    throw new DatabaseError(
      'unreachable',
      `The database file ${path} was there and is missing. Put it back, or read a backup with "npm run restore". ` +
        'To begin with an empty one: npm start -- --new',
    );
  }
  const db = await openDatabase(location);
  try {
    if (!known.includes(path)) await remember(dataDir, [...known, path]);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Forgets database files that somebody deleted on purpose, so that the next start may begin with empty ones. */
export async function forgetDatabases(dataDir: string, paths: readonly string[]): Promise<void> {
  const gone = new Set(paths.map((path) => resolve(path)));
  const known = await knownFiles(dataDir);
  const left = known.filter((path) => !gone.has(path));
  if (left.length < known.length) await remember(dataDir, left);
}

const LIST_REMEDY =
  'It lists the database files that there have been. Put it right, or delete it: the next start writes it again.';
const listIn = (dataDir: string): string => join(dataDir, 'databases.json');

async function knownFiles(dataDir: string): Promise<readonly string[]> {
  return (await readOwnFile(listIn(dataDir), Known, LIST_REMEDY)) ?? [];
}

async function remember(dataDir: string, paths: readonly string[]): Promise<void> {
  await writePrivateFile(listIn(dataDir), `${JSON.stringify(paths, null, 2)}\n`);
}
