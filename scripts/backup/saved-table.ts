import type { Sql } from '../../shared/database/database.ts';

/** How one table is written to an export and read from it. */
export interface SavedTable {
  readonly name: string;
  /** The columns that an export holds, in the order in which its checksum takes them. */
  readonly columns: readonly string[];
  /** One or two columns of text by which the rows are sorted; together they are unique. */
  readonly key: readonly string[];
  /** A page of rows after `:after_1` (and `:after_2`). */
  readonly page: Sql;
  readonly add: Sql;
  readonly clear: Sql;
}

/** `columns` is the list as the statements have it. */
export function savedTable(
  name: string,
  key: readonly string[],
  columns: Sql,
  statements: Pick<SavedTable, 'page' | 'add' | 'clear'>,
): SavedTable {
  return { name, key, columns: columns.split(/[\s,]+/), ...statements };
}
