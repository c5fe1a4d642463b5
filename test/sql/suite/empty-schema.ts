import type { Database, Sql } from '../../../shared/database/database.ts';
import type { Migration } from '../../../shared/database/migration.ts';
import { schemaColumns } from '../schema-columns.ts';

const KEPT = new Set(['schema_migrations', 'schema_lease']);

/** Removes every row of a clan's schema, the tables that refer to others first. */
export async function emptySchema(db: Database, migrations: readonly Migration[]): Promise<void> {
  const tables = [...new Set(schemaColumns(migrations).map((column) => column.table))].reverse();
  await db.transaction(async (tx) => {
    for (const table of tables) {
      // A table's name from our own migrations: there is no value in it.
      if (!KEPT.has(table)) await tx.execute(`DELETE FROM ${table}` as Sql);
    }
  });
}
