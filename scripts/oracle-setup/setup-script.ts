import { latestEnd } from '../../shared/clock/still-runs.ts';
import { type Migration, stepsOf } from '../../shared/database/migration.ts';
import { LEASE_MS, LEASE_TABLE } from '../../shared/database/migration-lease.ts';
import { RECORD_TABLE } from '../../shared/database/migration-record.ts';
import { CREATE_PROFILE } from '../../shared/provisioning/admin-statements.ts';

const QUOTA_MB = 500;

/**
 * `sql/setup_oracle_schema.sql`: what provisioning and the migrator do, as one script of SQL*Plus or SQLcl for a
 * DBA. It keeps the migrator's own record, so that the bot goes on from there; a second run changes nothing.
 */
export function oracleSetupScript(migrations: readonly Migration[]): string {
  return [HEADER, PASSWORD_PROMPT, userBlock(), SESSION, tablesBlock(migrations), FOOTER].join('\n');
}

const HEADER = `-- Makes the schema of one clan in an Oracle database (19c and later, Autonomous Database included), or completes
-- it. Generated from sql/migrations by "npm run generate-oracle-setup": edit those, not this. sql/README.md says how to run it.
--
--   sqlplus admin@database @setup_oracle_schema.sql NEWCLAN
--
-- It asks for the password of the clan's user, and changes nothing that is there already.
SET ECHO OFF
SET FEEDBACK OFF
SET VERIFY OFF
SET SERVEROUTPUT ON SIZE UNLIMITED
SET SQLBLANKLINES ON
SET DEFINE ON
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
WHENEVER OSERROR EXIT FAILURE ROLLBACK
`;

const PASSWORD_PROMPT = `ACCEPT clan_password CHAR PROMPT 'Password of the user &1 (empty: it exists already): ' HIDE
`;

function userBlock(): string {
  return `DECLARE
  clan_user CONSTANT VARCHAR2(128) := UPPER('&1');
  clan_password CONSTANT VARCHAR2(128) := '&clan_password';
  space_name VARCHAR2(128);
  found NUMBER;

  PROCEDURE run_admin (statement_text IN VARCHAR2, done_text IN VARCHAR2) IS
  BEGIN
    EXECUTE IMMEDIATE statement_text;
    DBMS_OUTPUT.PUT_LINE(done_text);
  END;

  PROCEDURE give_privilege (privilege_name IN VARCHAR2) IS
  BEGIN
    SELECT COUNT(*) INTO found FROM dba_sys_privs
    WHERE grantee = clan_user AND privilege = privilege_name;
    IF found = 0 THEN
      run_admin('GRANT ' || privilege_name || ' TO "' || clan_user || '"', 'gave ' || clan_user || ' ' || privilege_name);
    END IF;
  END;
BEGIN
  IF NOT REGEXP_LIKE(clan_user, '^[A-Z][A-Z0-9_]{1,29}$') THEN
    RAISE_APPLICATION_ERROR(-20001, 'The name must have 2 to 30 of A-Z, 0-9 and _, and begin with a letter.');
  END IF;
  SELECT COUNT(*) INTO found FROM dba_users WHERE username = clan_user AND oracle_maintained = 'Y';
  IF found > 0 THEN
    RAISE_APPLICATION_ERROR(-20001, clan_user || ' is an account of Oracle''s own. Choose another name.');
  END IF;
  SELECT COUNT(*) INTO found FROM dba_profiles WHERE profile = 'CLAN_BOT';
  IF found = 0 THEN
    run_admin('${CREATE_PROFILE.replace(/\s+/g, ' ')}', 'made the profile CLAN_BOT');
  END IF;
  SELECT property_value INTO space_name FROM database_properties
  WHERE property_name = 'DEFAULT_PERMANENT_TABLESPACE';
  SELECT COUNT(*) INTO found FROM dba_users WHERE username = clan_user;
  IF found = 0 THEN
    IF clan_password IS NULL OR INSTR(clan_password, '"') > 0 THEN
      RAISE_APPLICATION_ERROR(-20001, 'A new user needs a password, without double quotes.');
    END IF;
    run_admin('CREATE USER "' || clan_user || '" IDENTIFIED BY "' || clan_password || '" PROFILE clan_bot', 'made the user ' || clan_user);
  END IF;
  SELECT COUNT(*) INTO found FROM dba_ts_quotas WHERE username = clan_user AND tablespace_name = space_name;
  IF found = 0 THEN
    run_admin('ALTER USER "' || clan_user || '" QUOTA ${QUOTA_MB}M ON ' || space_name, 'gave ' || clan_user || ' ${QUOTA_MB} MB on ' || space_name);
  END IF;
  give_privilege('CREATE SESSION');
  give_privilege('CREATE TABLE');
END;
/
`;
}

/** Lengths count characters, as in the migrator: else an emoji would take four of a name's hundred. */
const SESSION = `ALTER SESSION SET CURRENT_SCHEMA = &1;
ALTER SESSION SET NLS_LENGTH_SEMANTICS = CHAR;
SET DEFINE OFF
`;

function tablesBlock(migrations: readonly Migration[]): string {
  const steps = migrations.flatMap((migration) => {
    const all = stepsOf(migration);
    return all.map(
      ({ step, checksum, statement }) =>
        `  run_once(${migration.version}, ${step}, ${all.length}, ${quoted(migration.name)}, '${checksum}',\n${quoted(statement)});\n`,
    );
  });
  return `DECLARE
  lease_count NUMBER;

  PROCEDURE make_table (statement_text IN VARCHAR2) IS
  BEGIN
    EXECUTE IMMEDIATE statement_text;
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE <> -955 THEN
        RAISE;
      END IF;
  END;

  FUNCTION now_ms RETURN NUMBER IS
  BEGIN
    RETURN ROUND((CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE) - TO_DATE('1970-01-01', 'YYYY-MM-DD')) * 86400000);
  END;

  -- Runs a statement of a migration unless it has run, and records it as the bot's migrator does.
  PROCEDURE run_once (
    step_version IN NUMBER,
    step_number IN NUMBER,
    step_count IN NUMBER,
    step_name IN VARCHAR2,
    step_checksum IN VARCHAR2,
    statement_text IN VARCHAR2
  ) IS
    seen_state VARCHAR2(10);
    seen_checksum VARCHAR2(64);
  BEGIN
    BEGIN
      EXECUTE IMMEDIATE 'SELECT state, checksum FROM schema_migrations WHERE version = :v AND step = :s'
      INTO seen_state, seen_checksum USING step_version, step_number;
    EXCEPTION
      WHEN NO_DATA_FOUND THEN
        seen_state := 'none';
    END;
    IF seen_state = 'done' AND seen_checksum <> step_checksum THEN
      RAISE_APPLICATION_ERROR(-20002, 'Migration ' || step_version || ' was edited after it had run (statement ' || step_number || ' differs). Nothing more was changed.');
    END IF;
    IF seen_state = 'done' THEN
      RETURN;
    END IF;
    IF seen_state = 'none' THEN
      EXECUTE IMMEDIATE 'INSERT INTO schema_migrations (version, step, steps, migration_name, checksum, state, changed_at) VALUES (:v, :s, :n, :m, :c, ''begun'', :t)'
      USING step_version, step_number, step_count, step_name, step_checksum, now_ms;
      COMMIT;
    END IF;
    BEGIN
      EXECUTE IMMEDIATE statement_text;
    EXCEPTION
      WHEN OTHERS THEN
        -- An earlier run was interrupted right after this statement: what it makes is there.
        IF seen_state <> 'begun' OR seen_checksum <> step_checksum OR SQLCODE NOT IN (-955, -1408, -1430) THEN
          RAISE;
        END IF;
    END;
    EXECUTE IMMEDIATE 'UPDATE schema_migrations SET state = ''done'', changed_at = :t WHERE version = :v AND step = :s'
    USING now_ms, step_version, step_number;
    COMMIT;
    DBMS_OUTPUT.PUT_LINE('ran statement ' || step_number || ' of ' || step_count || ' of migration ' || step_version || ' (' || step_name || ')');
  END;
BEGIN
  make_table(
${quoted(LEASE_TABLE)});
  make_table(
${quoted(RECORD_TABLE)});
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM schema_lease' INTO lease_count;
  IF lease_count = 0 THEN
    EXECUTE IMMEDIATE 'INSERT INTO schema_lease (lease_key, lease_until) VALUES (''migrations'', 0)';
    COMMIT;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM schema_lease WHERE lease_until > :t AND lease_until <= :l' INTO lease_count USING now_ms, now_ms + ${latestEnd(0, LEASE_MS.oracle)};
  IF lease_count > 0 THEN
    RAISE_APPLICATION_ERROR(-20003, 'The bot is migrating this schema right now. Nothing was changed; run this again later.');
  END IF;
${steps.join('')}END;
/
`;
}

const FOOTER = `PROMPT The schema is complete.
`;

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
