import { join } from 'node:path';
import type { ClanRecord, DatabaseLocation } from './clan-record.ts';

/** Where databases are when a record does not say: `DATABASE_PATH`, else below `DATA_DIR`. */
export interface DatabaseDefaults {
  readonly dataDir: string;
  readonly databasePath: string | undefined;
}

/**
 * Where a clan's schema is: what its record says, else `DATABASE_PATH` (which suits one clan only; with several
 * it is refused where the platform starts), else `DATA_DIR/<clan>/clan_data.db`.
 */
export function databaseLocation(
  record: Pick<ClanRecord, 'clan' | 'database'>,
  { dataDir, databasePath }: DatabaseDefaults,
): DatabaseLocation {
  return record.database ?? { path: databasePath ?? join(dataDir, record.clan, 'clan_data.db') };
}
