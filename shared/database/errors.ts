/** What kind of failure it was, whatever the engine called it. */
export type DatabaseErrorCode =
  | 'unique' // a key exists already (ORA-00001)
  | 'constraint' // a CHECK, NOT NULL or foreign key said no (ORA-02290, ORA-02291, ORA-01400)
  | 'too-long' // a text exceeds its column (ORA-12899)
  | 'busy' // locked by somebody else for too long (ORA-00054, SQLITE_BUSY)
  | 'unreachable' // no connection, or lost in a place where nothing can have been committed
  | 'lost' // the connection broke where a commit may have happened: whether it did must be looked up
  | 'denied' // wrong user or password, or a locked account (ORA-01017, ORA-28000)
  | 'schema' // a table or column is missing: the migrations have not run
  | 'exists' // the table, index or column to be made is there already (ORA-00955, ORA-01430)
  | 'usage' // the caller's binds or values are wrong; a programming error
  | 'other';

/** A database refused or failed. `engineCode` keeps the engine's own code (`ORA-00001`), for the log. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseErrorCode;
  readonly engineCode: string | undefined;
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean;

  constructor(
    code: DatabaseErrorCode,
    message: string,
    options: { engineCode?: string; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.engineCode = options.engineCode;
    this.retryable = code === 'busy' || code === 'unreachable';
  }
}

/** A compare-and-set lost its race: the transaction starts again from the new state. Thrown by stores. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}
