import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PlatformEnvironment } from '../../local/environment.ts';
import { type ClanToServe, prepareClan } from '../../local/prepare-clan.ts';
import type { Database } from '../../shared/database/database.ts';
import { databaseLocation } from '../../shared/database/database-location.ts';
import { schemaVersion } from '../../shared/database/migrator.ts';
import { openDatabase } from '../../shared/database/open-database.ts';
import { readMigrations } from '../../shared/database/read-migrations.ts';

/**
 * Opens the clan's schema for an import: migrated, with its files applied. A dry run changes nothing: it works in the
 * schema as it is, which takes everything back, or, where there is none yet, in a temporary one.
 */
export async function withTarget(
  clan: ClanToServe,
  environment: PlatformEnvironment,
  options: { readonly dryRun: boolean; readonly tell: (line: string) => void },
  use: (db: Database) => Promise<void>,
): Promise<void> {
  const present = options.dryRun ? await openPresent(clan, environment) : undefined;
  if (present !== undefined) return await useAndClose(present, use);
  if (!options.dryRun) return await prepareAndUse(clan, environment, options.tell, use);
  options.tell('the schema is not there yet (or not at this version): the dry run uses a temporary one');
  const directory = await mkdtemp(join(tmpdir(), 'clan-import-'));
  try {
    const scratch = { ...clan, record: { ...clan.record, database: { path: join(directory, 'clan.db') } } };
    await prepareAndUse(scratch, { ...environment, dataDir: directory }, () => {}, use);
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function prepareAndUse(
  clan: ClanToServe,
  environment: PlatformEnvironment,
  tell: (line: string) => void,
  use: (db: Database) => Promise<void>,
): Promise<void> {
  for (const line of await prepareClan(clan, environment)) tell(line);
  await useAndClose(await openDatabase(databaseLocation(clan.record, environment)), use);
}

async function useAndClose(db: Database, use: (db: Database) => Promise<void>): Promise<void> {
  try {
    await use(db);
  } finally {
    await db.close();
  }
}

/** The clan's schema when it is there and at this version. */
async function openPresent(
  { record }: ClanToServe,
  environment: PlatformEnvironment,
): Promise<Database | undefined> {
  const location = databaseLocation(record, environment);
  if ('path' in location && !existsSync(location.path)) return undefined;
  const db = await openDatabase(location);
  let isNewest = false;
  try {
    const newest = readMigrations(resolve(import.meta.dirname, '../../sql/migrations')).at(-1)?.version;
    isNewest = (await schemaVersion(db)) === newest;
    return isNewest ? db : undefined;
  } finally {
    if (!isNewest) await db.close();
  }
}
