import { join } from 'node:path';
import type { Database } from '../../../shared/database/database.ts';
import type { Migration } from '../../../shared/database/migration.ts';
import { readMigrations } from '../../../shared/database/read-migrations.ts';
import type { TestClan } from '../../support/clan.ts';

/** What a case of the store suite works with. */
export interface Store {
  /** A clan with six ranks and nobody in it, in the schema under test. */
  readonly clan: TestClan;
  readonly db: Database;
  /** What made the schema: all of them, or all but the newest. */
  readonly migrations: readonly Migration[];
  /** One more connection to the same schema, as another container has; closed after the case. */
  another(): Promise<Database>;
}

export const MIGRATIONS = readMigrations(join(import.meta.dirname, '../../../sql/migrations'));
