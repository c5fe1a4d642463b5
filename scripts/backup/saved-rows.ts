import type { Queryable } from '../../shared/database/database.ts';
import { SavedRow } from './export-format.ts';
import type { SavedTable } from './saved-tables.ts';

/** Rows that are in memory at once; one of them may hold some thousand characters. */
const PAGE = 500;
/** Before every key: keys are text of letters, digits and marks. */
const FIRST = ' ';

/** A table's rows in the order of its key, a page at a time. */
export async function* savedRows(q: Queryable, table: SavedTable): AsyncGenerator<readonly SavedRow[]> {
  let after = table.key.map(() => FIRST);
  for (;;) {
    const binds = Object.fromEntries(after.map((value, index) => [`after_${index + 1}`, value]));
    const page = await q.query(SavedRow, table.page, { ...binds, row_offset: 0, row_limit: PAGE });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = table.key.map((column) => String(last[column]));
  }
}

/** Whether the table holds anything that an export would. */
export async function hasRows(q: Queryable, table: SavedTable): Promise<boolean> {
  for await (const page of savedRows(q, table)) return page.length > 0;
  return false;
}
