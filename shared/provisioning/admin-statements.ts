import * as z from 'zod/mini';
import { type Sql, sql } from '../database/database.ts';
import { DatabaseError } from '../database/errors.ts';

/**
 * The profile of all clan users, which also marks them as made by this bot. A bot's password must not expire
 * by itself, and a container that still holds the old one must not lock the account; for an hour after a
 * rotation both passwords are good (gradual rollover, Oracle 19.12 and later).
 */
export const CREATE_PROFILE = sql`
  CREATE PROFILE clan_bot LIMIT
    PASSWORD_LIFE_TIME UNLIMITED FAILED_LOGIN_ATTEMPTS UNLIMITED PASSWORD_ROLLOVER_TIME 1/24`;

export const FIND_PROFILE = sql`
  SELECT COUNT(*) AS found FROM dba_profiles WHERE profile = 'CLAN_BOT'`;
export const CountRow = z.object({ found: z.int() });

export const FIND_USER = sql`
  SELECT oracle_maintained, profile AS user_profile, account_status,
    (SELECT COUNT(*) FROM dba_tables
      WHERE owner = :schema_user AND table_name IN ('SCHEMA_MIGRATIONS', 'POINT_ENTRIES')) AS own_tables
  FROM dba_users WHERE username = :schema_user`;
export const UserRow = z.object({
  oracle_maintained: z.string(),
  user_profile: z.string(),
  account_status: z.string(),
  own_tables: z.int(),
});
export type UserRow = z.infer<typeof UserRow>;

/** `DATA` in an Autonomous Database, often `USERS` elsewhere. */
export const DEFAULT_TABLESPACE = sql`
  SELECT property_value AS tablespace_name FROM database_properties
  WHERE property_name = 'DEFAULT_PERMANENT_TABLESPACE'`;
export const TablespaceRow = z.object({
  tablespace_name: z.string().check(z.regex(/^[A-Z][A-Z0-9_$#]{0,29}$/, 'expected a plain tablespace name')),
});

export const PRIVILEGES = sql`
  SELECT privilege AS privilege_name FROM dba_sys_privs WHERE grantee = :schema_user
  UNION ALL
  SELECT granted_role FROM dba_role_privs WHERE grantee = :schema_user`;
export const PrivilegeRow = z.object({ privilege_name: z.string() });

export const QUOTA = sql`
  SELECT max_bytes FROM dba_ts_quotas WHERE username = :schema_user AND tablespace_name = :tablespace_name`;
/** -1: no limit. */
export const QuotaRow = z.object({ max_bytes: z.int() });

export const SESSIONS = sql`
  SELECT sid AS session_number, serial# AS session_serial FROM v$session WHERE username = :schema_user`;
export const SessionRow = z.object({ session_number: z.int(), session_serial: z.int() });

/** A user's name between double quotes; `user` comes from `schemaUser`. */
function quotedUser(user: string): Sql {
  if (!/^[A-Z][A-Z0-9_]{1,29}$/.test(user))
    throw new DatabaseError('usage', 'Not the name of a clan schema.');
  // The pattern above leaves nothing that could end the quotes.
  return `"${user}"` as Sql;
}

/**
 * A password between double quotes: Oracle takes it in no other way, a bind is not allowed here. Throws
 * `DatabaseError` 'usage' for one that Oracle could not hold; the message does not show it.
 */
function quotedPassword(password: string): Sql {
  if (!/^[\x21\x23-\x7e]{12,60}$/.test(password)) {
    throw new DatabaseError(
      'usage',
      'The database password in the vault must be 12 to 60 printable ASCII characters without spaces and double quotes.',
    );
  }
  // The pattern above leaves no double quote and no line end.
  return `"${password}"` as Sql;
}

function plain(name: string | number): Sql {
  if (!/^[A-Z0-9][A-Z0-9_$#]{0,29}$/.test(String(name)))
    throw new DatabaseError('usage', 'Not a plain name.');
  // The pattern above leaves one word.
  return String(name) as Sql;
}

export const createUser = (user: string, password: string): Sql =>
  sql`CREATE USER ${quotedUser(user)} IDENTIFIED BY ${quotedPassword(password)} PROFILE clan_bot`;

export const setPassword = (user: string, password: string): Sql =>
  sql`ALTER USER ${quotedUser(user)} IDENTIFIED BY ${quotedPassword(password)} ACCOUNT UNLOCK`;

export const setProfile = (user: string): Sql => sql`ALTER USER ${quotedUser(user)} PROFILE clan_bot`;

export const grantPrivileges = (user: string): Sql =>
  sql`GRANT CREATE SESSION, CREATE TABLE TO ${quotedUser(user)}`;

export const setQuota = (user: string, megabytes: number, tablespace: string): Sql =>
  sql`ALTER USER ${quotedUser(user)} QUOTA ${plain(`${megabytes}M`)} ON ${plain(tablespace)}`;

export const lockUser = (user: string): Sql => sql`ALTER USER ${quotedUser(user)} ACCOUNT LOCK`;

/** In a block, because the grammar that checks all statements does not know ALTER SYSTEM by itself. */
export const killSession = (session: number, serial: number): Sql =>
  sql`BEGIN EXECUTE IMMEDIATE 'ALTER SYSTEM KILL SESSION ''${plain(session)},${plain(serial)}'' IMMEDIATE'; END;`;

export const dropUser = (user: string): Sql => sql`DROP USER ${quotedUser(user)} CASCADE`;

/** One of each statement that is built from parts, for the check against Oracle's grammar. */
export const BUILT_STATEMENTS: readonly Sql[] = [
  createUser('NEWCLAN', 'Example_Passw0rd#'),
  setPassword('NEWCLAN', 'Example_Passw0rd#'),
  setProfile('NEWCLAN'),
  grantPrivileges('NEWCLAN'),
  setQuota('NEWCLAN', 500, 'DATA'),
  lockUser('NEWCLAN'),
  killSession(12, 34567),
  dropUser('NEWCLAN'),
];
