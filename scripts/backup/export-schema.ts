import { type Database, type Queryable, sql } from '../../shared/database/database.ts';
import { schemaVersion } from '../../shared/database/migrator.ts';
import { type ExportHead, type ExportTail, RowSum, type TableSum } from './export-format.ts';
import { savedRows } from './saved-rows.ts';
import { type SavedTable, savedTablesOf } from './saved-tables.ts';

/** On Oracle every statement until the end then sees the data as it is now; SQLite does so by itself. */
const READ_ONLY = sql`SET TRANSACTION READ ONLY`;

export interface ExportOptions {
  readonly db: Database;
  readonly clan: string;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Begins the export, again when the work starts again, and returns where its lines go, each with its line end. */
  readonly begin: () => (lines: string) => void;
  /** Called with the number of rows written so far. */
  readonly progress: (rows: number) => void;
}

/**
 * Writes a clan's whole schema as JSON lines: a head, a line for each row, and an end with counts and checksums. All of
 * it is of one moment. No secret is in it. Returns the end.
 */
export async function exportSchema(options: ExportOptions): Promise<ExportTail> {
  const { db, clan, now } = options;
  const schema = await schemaVersion(db);
  return db.transaction(async (tx) => {
    if (db.engine === 'oracle') await tx.execute(READ_ONLY);
    const write = options.begin();
    const head: ExportHead = { kind: 'clan-bot export', version: 1, clan, schema, at: now() };
    write(`${JSON.stringify(head)}\n`);
    const tables = await writeTables(tx, savedTablesOf(schema), write, options.progress);
    const tail: ExportTail = { kind: 'end', tables };
    write(`${JSON.stringify(tail)}\n`);
    return tail;
  });
}

async function writeTables(
  tx: Queryable,
  saved: readonly SavedTable[],
  write: (lines: string) => void,
  progress: (rows: number) => void,
): Promise<Record<string, TableSum>> {
  const tables: Record<string, TableSum> = {};
  let written = 0;
  for (const table of saved) {
    const sum = new RowSum(table);
    for await (const page of savedRows(tx, table)) {
      for (const row of page) sum.add(row);
      write(page.map((row) => `${JSON.stringify({ table: table.name, row })}\n`).join(''));
      written += page.length;
      progress(written);
    }
    tables[table.name] = sum.end();
  }
  return tables;
}
