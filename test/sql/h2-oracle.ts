import { Socket } from 'node:net';
import { Client, DatabaseError as H2Error } from 'pg';
import type { OracleConnection, OracleDriver, OracleResult } from '../../shared/database/oracle-driver.ts';

/** Cases of the store suite that H2 cannot run: by name, with the reason. Nothing else is skipped. */
export const H2_CANNOT: Readonly<Record<string, string>> = {
  'counts lengths in characters, emoji too':
    'H2 counts UTF-16 units, of which an emoji has two; test:oracle runs this case',
};

/** SQLSTATE of H2 (org.h2.api.ErrorCode) and the ORA number that Oracle gives for the same. */
const ORA_OF: Readonly<Record<string, number>> = {
  '23505': 1,
  '23502': 1400,
  '23503': 2292,
  '23506': 2291,
  '23513': 2290,
  '22001': 12899,
  '22003': 1438,
  '22018': 1722,
  '42000': 900,
  '42001': 900,
  '42S01': 955,
  '42S02': 942,
  '42S03': 942,
  '42S04': 942,
  '42S11': 955,
  '42S12': 1418,
  '42S21': 1430,
  '42S22': 904,
  HYT00: 54,
  '40001': 60,
};
/** Type numbers of PostgreSQL's protocol that hold numbers: int2, int4, int8, numeric. */
const NUMBERS = new Set([20, 21, 23, 1700]);
/** Texts in a statement. */
const TEXTS = /'(?:[^']|'')*'/g;
/** Where a statement names a table. */
const NAMED_TABLE = /\b(?:FROM|INTO|UPDATE|JOIN)\s+([a-z_]\w*)/gi;
const FLUSH = Buffer.from([0x48, 0, 0, 0, 4]);

/**
 * A stand-in for node-oracledb on H2 in Oracle mode, so that the adapter itself, its dialect and its handling of
 * errors run against a database that is strict where Oracle is. The pool's `user` names the H2 database.
 */
export function h2Oracle(port: number): OracleDriver {
  return {
    connectionClass: '',
    OUT_FORMAT_OBJECT: 4002,
    DB_TYPE_CLOB: {},
    STRING: {},
    async createPool(options) {
      const idle: Client[] = [];
      const tables = new Set<string>();
      return {
        async getConnection() {
          const client = idle.pop() ?? (await connect(port, options.user));
          return new H2Connection(client, idle, tables);
        },
        async close() {
          await Promise.all(idle.splice(0).map((client) => client.end()));
        },
      };
    },
  };
}

async function connect(port: number, database: string): Promise<Client> {
  const stream = new Socket();
  // H2 sends an answer in small pieces and waits for each to be acknowledged, which the system does after 40 ms;
  // an empty Flush message carries the acknowledgement at once.
  stream.on('data', () => stream.write(FLUSH));
  const client = new Client({
    stream: () => stream,
    host: '127.0.0.1',
    port,
    user: 'sa',
    password: 'sa',
    database,
    types: { getTypeParser: (type: number) => (NUMBERS.has(type) ? Number : String) },
  });
  // The server's end is the end of an idle connection too; work that needs it gets the error itself.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('SET MODE Oracle');
  await client.query('SET LOCK_TIMEOUT 10000');
  // To Oracle these are names like any other.
  await client.query('SET NON_KEYWORDS KEY, VALUE');
  return client;
}

class H2Connection implements OracleConnection {
  callTimeout = 0;
  readonly #client: Client;
  readonly #idle: Client[];
  /** Tables that were there when they were asked for. */
  readonly #tables: Set<string>;
  #inTransaction = false;

  constructor(client: Client, idle: Client[], tables: Set<string>) {
    this.#client = client;
    this.#idle = idle;
    this.#tables = tables;
  }

  async execute(
    text: string,
    binds: Readonly<Record<string, string | number | null>> = {},
    { autoCommit = false }: { readonly autoCommit?: boolean } = {},
  ): Promise<OracleResult> {
    // H2 knows no session settings of Oracle and needs none: it sorts by code points and has no bytes to count.
    // Nor does it hold a snapshot for a transaction; what is read in the tests does not change meanwhile.
    if (/^(ALTER SESSION|SET TRANSACTION)\b/.test(text)) return {};
    const order: string[] = [];
    const positional = text.replace(/'(?:[^']|'')*'|:([a-z]\w*)/g, (piece, name: string | undefined) => {
      if (name === undefined) return piece;
      if (!order.includes(name)) order.push(name);
      return `$${order.indexOf(name) + 1}`;
    });
    const result = await this.#send(
      positional,
      order.map((name) => binds[name] ?? null),
    );
    if (autoCommit) await this.commit();
    return result;
  }

  async executeMany(
    text: string,
    rows: readonly Readonly<Record<string, string | number | null>>[],
    { autoCommit = false }: { readonly autoCommit?: boolean } = {},
  ): Promise<{ rowsAffected: number }> {
    let rowsAffected = 0;
    for (const row of rows) rowsAffected += (await this.execute(text, row)).rowsAffected ?? 0;
    if (autoCommit) await this.commit();
    return { rowsAffected };
  }

  async commit(): Promise<void> {
    if (this.#inTransaction) await this.#client.query('COMMIT');
    this.#inTransaction = false;
  }

  async close(options?: { readonly drop: boolean }): Promise<void> {
    if (this.#inTransaction) await this.#client.query('ROLLBACK');
    this.#inTransaction = false;
    if (options?.drop === true) await this.#client.end();
    else this.#idle.push(this.#client);
  }

  /** Oracle begins a transaction with the first statement. */
  async #send(text: string, values: readonly (string | number | null)[]): Promise<OracleResult> {
    if (!this.#inTransaction) await this.#client.query('BEGIN');
    this.#inTransaction = true;
    try {
      if (values.length > 0) await this.#requireTables(text);
      const result = await this.#client.query<Record<string, unknown>>({ text, values: [...values] });
      return {
        rows: result.rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toUpperCase(), value])),
        ),
        metaData: result.fields.map((field) => ({ name: field.name.toUpperCase() })),
        rowsAffected: result.rowCount ?? 0,
      };
    } catch (error) {
      throw error instanceof H2Error ? asOracleError(error) : error;
    }
  }

  /**
   * Throws as H2 does where a table is missing. H2's server goes on with the messages behind a statement that it could
   * not prepare, where PostgreSQL passes over them, and the client then takes its answers for those of the next one;
   * a query without binds is one message.
   */
  async #requireTables(text: string): Promise<void> {
    for (const [, table = ''] of text.replace(TEXTS, '').matchAll(NAMED_TABLE)) {
      if (this.#tables.has(table)) continue;
      await this.#client.query(`SELECT 1 FROM ${table} WHERE 1 = 0`);
      this.#tables.add(table);
    }
  }
}

function asOracleError(error: H2Error): Error {
  const errorNum = ORA_OF[error.code ?? ''] ?? 20_000;
  const code = `ORA-${String(errorNum).padStart(5, '0')}`;
  return Object.assign(new Error(`${code}: ${error.message}`, { cause: error }), { code, errorNum });
}
