import type {
  OracleConnection,
  OracleDriver,
  OracleExecuteOptions,
  OraclePoolOptions,
  OracleResult,
} from '../../shared/database/oracle-driver.ts';

type Answer = OracleResult | Error | undefined;
/** What the fake database says to a statement; an Error is thrown, nothing said is an empty result. */
export type Script = (text: string, binds: Readonly<Record<string, unknown>> | undefined) => Answer;

export interface FakeOracle extends OracleDriver {
  /** Everything that reached the driver, in order: `connect`, statements, `commit`, `release`, `drop`. */
  readonly calls: string[];
  /** The binds of each execute and executeMany, in order. */
  readonly binds: unknown[];
  /** The options of each execute, in order. */
  readonly options: (OracleExecuteOptions | undefined)[];
  readonly pools: OraclePoolOptions[];
}

/** What node-oracledb throws: the ORA or NJS number in the message and beside it. */
export function driverError(code: string, more = ''): Error {
  const error = new Error(`${code}: something was wrong${more}`);
  return Object.assign(error, {
    code,
    ...(code.startsWith('ORA-') ? { errorNum: Number(code.slice(4)) } : {}),
  });
}

/** A driver without a server: it records what it is told and answers by a script. */
export function fakeOracle(script: Script = () => undefined): FakeOracle {
  const calls: string[] = [];
  const binds: unknown[] = [];
  const options: (OracleExecuteOptions | undefined)[] = [];
  const pools: OraclePoolOptions[] = [];

  function answer(text: string, given?: Readonly<Record<string, unknown>>): OracleResult {
    calls.push(text.replace(/\s+/g, ' ').trim());
    const said = script(text, given);
    if (said instanceof Error) throw said;
    return said ?? { rows: [], metaData: [], rowsAffected: 0 };
  }

  /** The commit that a statement carries with it: in the same round trip, after the statement. */
  function committing(
    result: OracleResult,
    how: { readonly autoCommit?: boolean } | undefined,
  ): OracleResult {
    if (how?.autoCommit === true) calls.push('+commit');
    return result;
  }

  function connect(): OracleConnection {
    return {
      callTimeout: 0,
      async execute(text, given, executeOptions) {
        options.push(executeOptions);
        if (given !== undefined) binds.push(given);
        return committing(answer(text, given), executeOptions);
      },
      async executeMany(text, rows, executeOptions) {
        binds.push(rows);
        return committing(answer(text), executeOptions);
      },
      async commit() {
        answer('commit');
      },
      async close(how) {
        calls.push(how?.drop === true ? 'drop' : 'release');
      },
    };
  }

  return {
    calls,
    binds,
    options,
    pools,
    connectionClass: '',
    OUT_FORMAT_OBJECT: 4002,
    DB_TYPE_CLOB: { name: 'CLOB' },
    STRING: { name: 'STRING' },
    async createPool(poolOptions) {
      pools.push(poolOptions);
      return {
        async getConnection() {
          answer('connect');
          return connect();
        },
        async close() {
          calls.push('close pool');
        },
      };
    },
  };
}
