import { join } from 'node:path';
import * as z from 'zod/mini';

/** Where a clan's schema is. A path is SQLite; the rest is Oracle, each clan with a user of its own. */
export const DatabaseLocation = z.union(
  [
    z.object({ path: z.string().check(z.minLength(1)) }),
    z.object({
      user: z.string().check(z.minLength(1)),
      password: z.string().check(z.minLength(1)),
      connectString: z.string().check(z.minLength(1)),
    }),
  ],
  'expected {"path"} or {"user", "password", "connectString"}',
);
export type DatabaseLocation = z.infer<typeof DatabaseLocation>;

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
  record: { readonly clan: string; readonly database?: DatabaseLocation | undefined },
  { dataDir, databasePath }: DatabaseDefaults,
): DatabaseLocation {
  return record.database ?? { path: databasePath ?? join(dataDir, record.clan, 'clan_data.db') };
}
