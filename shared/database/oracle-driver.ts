/**
 * The part of node-oracledb (thin mode) that the adapter uses; https://node-oracledb.readthedocs.io. A test
 * passes a recording stand-in.
 */
export interface OracleDriver {
  /** Sessions of one class and one user may be reused by the server's connection pool (DRCP). */
  connectionClass: string;
  readonly OUT_FORMAT_OBJECT: number;
  readonly DB_TYPE_CLOB: object;
  readonly STRING: object;
  createPool(options: OraclePoolOptions): Promise<OraclePool>;
}

export interface OraclePoolOptions {
  readonly user: string;
  readonly password: string;
  readonly connectString: string;
  readonly poolMin: number;
  readonly poolMax: number;
  readonly poolIncrement: number;
  /** Seconds a connection may be idle before it is closed. */
  readonly poolTimeout: number;
  /** Seconds of idleness after which a connection is tried before it is given out. */
  readonly poolPingInterval: number;
  readonly poolPingTimeout: number;
  readonly queueTimeout: number;
  readonly stmtCacheSize: number;
  /** Seconds, until the socket is connected. */
  readonly transportConnectTimeout: number;
  /** Seconds, until the session is there. */
  readonly connectTimeout: number;
  readonly sessionCallback: (
    connection: OracleConnection,
    tag: string,
    done: (error?: unknown) => void,
  ) => void;
}

export interface OraclePool {
  getConnection(): Promise<OracleConnection>;
  close(drainSeconds: number): Promise<void>;
}

export interface OracleConnection {
  /** Milliseconds for one round trip; 0 is no limit. */
  callTimeout: number;
  execute(
    text: string,
    binds?: Readonly<Record<string, string | number | null>>,
    options?: OracleExecuteOptions,
  ): Promise<OracleResult>;
  executeMany(
    text: string,
    rows: readonly Readonly<Record<string, string | number | null>>[],
    options?: { readonly autoCommit: boolean },
  ): Promise<{ readonly rowsAffected?: number }>;
  commit(): Promise<void>;
  /** Gives the session back to the pool, rolling back what was not committed; or ends it. */
  close(options?: { readonly drop: boolean }): Promise<void>;
}

export interface OracleExecuteOptions {
  readonly autoCommit?: boolean;
  readonly outFormat?: number;
  readonly fetchArraySize?: number;
  readonly prefetchRows?: number;
  readonly fetchTypeHandler?: (column: { readonly dbType: object }) => { readonly type: object } | undefined;
}

export interface OracleResult {
  readonly rows?: readonly object[];
  readonly metaData?: readonly { readonly name: string }[];
  readonly rowsAffected?: number;
}

/** Loads node-oracledb (about half a megabyte); only clans with an Oracle schema pay for it. */
export async function loadOracleDriver(): Promise<OracleDriver> {
  const { default: driver } = await import('oracledb');
  return driver;
}
