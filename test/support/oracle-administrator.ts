/** Stands in for the administrator's connection in tests: there is no Oracle server here. */
import type { Database } from '../../shared/database/database.ts';
import { DatabaseError } from '../../shared/database/errors.ts';
import type { OracleDriver } from '../../shared/database/oracle-driver.ts';
import * as statements from '../../shared/provisioning/admin-statements.ts';

/** What the dictionary says of one user. */
export interface DictionaryState {
  profileExists: boolean;
  user:
    | { oracle_maintained: string; user_profile: string; account_status: string; own_tables: number }
    | undefined;
  privileges: string[];
  quotaBytes: number | undefined;
  sessions: { session_number: number; session_serial: number }[];
}

export const NOTHING: DictionaryState = {
  profileExists: false,
  user: undefined,
  privileges: [],
  quotaBytes: undefined,
  sessions: [],
};
export const COMPLETE: DictionaryState = {
  profileExists: true,
  user: { oracle_maintained: 'N', user_profile: 'CLAN_BOT', account_status: 'OPEN', own_tables: 2 },
  privileges: ['CREATE SESSION', 'CREATE TABLE'],
  quotaBytes: 500 * 1024 * 1024,
  sessions: [],
};

/** An administrator's connection that answers from `state` and keeps what it was told to run. */
export function oracleAdministrator(
  state: DictionaryState,
  failures: Record<string, (string | undefined)[]> = {},
) {
  const ran: string[] = [];
  const rows = new Map<string, () => unknown[]>([
    [statements.FIND_PROFILE, () => [{ found: state.profileExists ? 1 : 0 }]],
    [statements.FIND_USER, () => (state.user === undefined ? [] : [state.user])],
    [statements.DEFAULT_TABLESPACE, () => [{ tablespace_name: 'DATA' }]],
    [statements.PRIVILEGES, () => state.privileges.map((privilege_name) => ({ privilege_name }))],
    [statements.QUOTA, () => (state.quotaBytes === undefined ? [] : [{ max_bytes: state.quotaBytes }])],
    [statements.SESSIONS, () => state.sessions],
  ]);
  const refused = () => Promise.reject(new Error('the administrator does not do this'));
  const db: Database = {
    engine: 'oracle',
    query: async (row, statement) => (rows.get(statement)?.() ?? []).map((one) => row.parse(one)),
    execute: refused,
    executeMany: refused,
    transaction: refused,
    async runMigrationStatement(text) {
      const beginning = Object.keys(failures).find((key) => text.startsWith(key));
      const code = beginning === undefined ? undefined : failures[beginning]?.shift();
      if (code !== undefined) throw new DatabaseError('other', `failed: ${text}`, { engineCode: code });
      ran.push(text.replace(/\s+/g, ' '));
    },
    close: async () => undefined,
  };
  return { db, ran };
}

/**
 * A driver that is as lazy as node-oracledb is with `poolMin: 0`: making and closing a pool
 * succeeds whatever the password, and the first statement is refused with `code`.
 */
export function refusingDriver(code: string): OracleDriver {
  return {
    connectionClass: '',
    OUT_FORMAT_OBJECT: 4002,
    DB_TYPE_CLOB: {},
    STRING: {},
    createPool: async () => ({
      getConnection: () =>
        Promise.reject(
          Object.assign(new Error(`${code}: refused`), { code, errorNum: Number(code.slice(4)) }),
        ),
      close: async () => undefined,
    }),
  };
}
