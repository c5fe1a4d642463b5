/** What the engines spell differently and every statement may use. Nothing else differs. */
export interface Dialect {
  readonly engine: 'sqlite' | 'oracle';
  /** Replaces the marker `{rows}`; the caller binds `row_offset` and `row_limit`. */
  readonly rowLimit: string;
}

export const SQLITE_DIALECT: Dialect = {
  engine: 'sqlite',
  rowLimit: 'LIMIT :row_limit OFFSET :row_offset',
};

export const ORACLE_DIALECT: Dialect = {
  engine: 'oracle',
  rowLimit: 'OFFSET :row_offset ROWS FETCH NEXT :row_limit ROWS ONLY',
};

/** The text that an engine runs for a statement. */
export function inDialect(statement: string, dialect: Dialect): string {
  return statement.replaceAll('{rows}', dialect.rowLimit);
}
