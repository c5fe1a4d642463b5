/** What the engines spell differently and every statement may use. Nothing else differs. */
export interface Dialect {
  readonly engine: 'sqlite' | 'oracle';
  /** Replaces the marker `{rows}`; the caller binds `row_offset` and `row_limit`. */
  readonly rowLimit: string;
  /** Replaces the marker `{first 1000}`: no more rows than that. */
  readonly firstRows: (count: string) => string;
  /** Stands behind the first SELECT of a statement with a row limit. */
  readonly hint: string;
}

export const SQLITE_DIALECT: Dialect = {
  engine: 'sqlite',
  rowLimit: 'LIMIT :row_limit OFFSET :row_offset',
  firstRows: (count) => `LIMIT ${count}`,
  hint: '',
};

/** A bound limit tells Oracle's optimizer nothing: without the hint it would read and sort a whole table for a page. */
export const ORACLE_DIALECT: Dialect = {
  engine: 'oracle',
  rowLimit: 'OFFSET :row_offset ROWS FETCH NEXT :row_limit ROWS ONLY',
  firstRows: (count) => `FETCH FIRST ${count} ROWS ONLY`,
  hint: ' /*+ FIRST_ROWS(10) */',
};

/** The text that an engine runs for a statement. */
export function inDialect(statement: string, dialect: Dialect): string {
  if (statement.includes('{first ')) {
    const limited = statement.replaceAll(/\{first (\d+)\}/g, (_, count: string) => dialect.firstRows(count));
    return inDialect(limited, dialect);
  }
  if (!statement.includes('{rows}')) return statement;
  return statement.replace(/^SELECT\b/, `SELECT${dialect.hint}`).replaceAll('{rows}', dialect.rowLimit);
}
