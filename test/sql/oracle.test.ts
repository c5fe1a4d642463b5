import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Database, sql } from '../../shared/database/database.ts';
import { inDialect, ORACLE_DIALECT } from '../../shared/database/dialect.ts';
import { migrate, schemaVersion } from '../../shared/database/migrator.ts';
import { openOracle } from '../../shared/database/oracle.ts';
import { bindNames } from '../../shared/database/statement-text.ts';
import { killSession, SESSIONS } from '../../shared/provisioning/admin-statements.ts';
import { dyingAt } from '../support/broken-database.ts';
import { person } from '../support/clan.ts';
import { collectStatements } from './collect-statements.ts';
import { OracleClan, type OracleServer, oracleServer, withSession } from './oracle-clan.ts';
import { setupStatements } from './setup-statements.ts';
import { emptySchema } from './suite/empty-schema.ts';
import { MIGRATIONS } from './suite/store.ts';
import { storeSuite } from './suite/store-suite.ts';

const ROOT = join(import.meta.dirname, '../..');
const server = oracleServer();

if (server === undefined) {
  it('a real Oracle was not asked. Set ORACLE_TEST_DSN (test/sql/README.md)', (context) => context.skip());
} else {
  describe('on Oracle', { timeout: 300_000 }, () => onOracle(server));
}

const COLUMNS = sql`
SELECT table_name, column_name, data_type, char_length, char_used, data_precision, nullable
FROM user_tab_columns ORDER BY table_name, column_name`;
const OBJECTS = sql`SELECT object_name, TO_CHAR(last_ddl_time, 'YYYY-MM-DD HH24:MI:SS') AS changed FROM user_objects ORDER BY object_name`;

function onOracle(administrator: OracleServer): void {
  const store = new OracleClan(administrator, 'clan_test_store');
  const migrated = new OracleClan(administrator, 'clan_test_migrate');
  const scripted = new OracleClan(administrator, 'clan_test_script');
  const clans = [store, migrated, scripted];
  const open = () => openOracle(store.location);

  beforeAll(async () => {
    for (const clan of clans) await clan.drop();
    await store.provision();
  }, 300_000);
  afterAll(async () => {
    for (const clan of clans) await clan.drop();
  }, 300_000);

  async function withDatabase<T>(clan: OracleClan, work: (db: Database) => Promise<T>): Promise<T> {
    const db = await openOracle(clan.location);
    return await work(db).finally(() => db.close());
  }

  describe('stores', () => {
    storeSuite(open);
  });

  describe('provisioning', () => {
    it('does nothing the second time', async () => {
      expect(await store.provision()).toMatchObject({ did: [], version: MIGRATIONS.at(-1)?.version });
    });

    it('gives a user who can do nothing but own tables', async () => {
      const Row = z.object({ privilege_name: z.string() });
      const privileges = sql`SELECT privilege AS privilege_name FROM session_privs ORDER BY privilege`;
      const rows = await withDatabase(store, (db) => db.query(Row, privileges));
      expect(rows.map((row) => row.privilege_name)).toEqual(['CREATE SESSION', 'CREATE TABLE']);
    });
  });

  describe('migrations', () => {
    /** A user with no table yet, and without what provisioning gives. */
    async function withBareUser(work: (db: Database) => Promise<void>): Promise<void> {
      const { user, password } = migrated.location;
      await withSession(administrator, async (session) => {
        await session.execute(`CREATE USER ${user} IDENTIFIED BY "${password}"`);
        await session.execute(`GRANT CREATE SESSION, CREATE TABLE, UNLIMITED TABLESPACE TO ${user}`);
      });
      await withDatabase(migrated, work).finally(() =>
        withSession(administrator, (session) => session.execute(`DROP USER ${user} CASCADE`)),
      );
    }

    it.each(MIGRATIONS.map((_, index) => index))('lead from version %i to the newest', async (start) => {
      await withBareUser(async (db) => {
        await migrate(db, MIGRATIONS.slice(0, start));
        await migrate(db, MIGRATIONS);
        expect(await schemaVersion(db)).toBe(MIGRATIONS.at(-1)?.version);
      });
    });

    it('that were interrupted go on, whether the last statement was recorded or not', async () => {
      let clock = Date.now();
      const options = {
        now: () => clock,
        pause: async (ms: number) => {
          clock += ms;
        },
      };
      const deaths = [
        [1, 'after'],
        [3, 'before'],
        [1, 'after'],
        [5, 'after'],
      ] as const;
      await withBareUser(async (db) => {
        for (const [nth, when] of deaths) {
          await expect(migrate(dyingAt(db, nth, when), MIGRATIONS, options)).rejects.toThrow('killed');
        }
        await migrate(db, MIGRATIONS, options);
        expect(await schemaVersion(db)).toBe(MIGRATIONS.at(-1)?.version);
      });
    });

    it('count characters in every text column, whatever the database does by default', async () => {
      const Row = z.object({ column_name: z.string(), char_used: z.nullable(z.string()) });
      const texts = sql`SELECT column_name, char_used FROM user_tab_columns WHERE data_type = 'VARCHAR2'`;
      const rows = await withDatabase(store, (db) => db.query(Row, texts));
      expect(rows.length).toBeGreaterThan(50);
      expect(rows.filter((row) => row.char_used !== 'C')).toEqual([]);
    });
  });

  describe('sql/setup_oracle_schema.sql', () => {
    const script = readFileSync(join(ROOT, 'sql/setup_oracle_schema.sql'), 'utf8');
    const Anything = z.record(z.string(), z.unknown());
    const run = () =>
      withSession(administrator, async (session) => {
        const given = { clan: scripted.location.user, password: scripted.location.password };
        for (const statement of setupStatements(script, given)) await session.execute(statement);
      });

    it('makes what the migrator makes, and changes nothing the second time', async () => {
      await run();
      const made = await withDatabase(scripted, (db) => db.query(Anything, COLUMNS));
      expect(made).toEqual(await withDatabase(store, (db) => db.query(Anything, COLUMNS)));
      const before = await withDatabase(scripted, (db) => db.query(Anything, OBJECTS));
      await run();
      expect(await withDatabase(scripted, (db) => db.query(Anything, OBJECTS))).toEqual(before);
    });

    it('leaves nothing to the migrator and to provisioning', async () => {
      await withDatabase(scripted, async (db) => {
        expect(await migrate(db, MIGRATIONS)).toMatchObject({ migrations: [] });
      });
      expect(await scripted.provision()).toMatchObject({ version: MIGRATIONS.at(-1)?.version });
    });
  });

  describe('plans', () => {
    beforeAll(async () => {
      await withDatabase(store, fillWithMembers);
      await withSession(store.location, (session) =>
        session.execute('BEGIN DBMS_STATS.GATHER_SCHEMA_STATS(USER); END;'),
      );
    }, 300_000);

    it.each<[string, string, Record<string, string | number>]>([
      ['shared/points/leaderboard.ts PAGE', 'MEMBERS_PLACE_IX', {}],
      ['shared/points/place.ts COUNT_AHEAD', 'MEMBERS_PLACE_IX', { points: 970 }],
      ['shared/points/leaderboard.ts PAGE_IN_PERIOD', 'PERIOD_POINTS_PLACE_IX', { period_key: 'm2026-11' }],
      ['shared/points/point-entry.ts HISTORY', 'POINT_ENTRIES_MEMBER_IX', { member_id: person(7) }],
      ['shared/members/member.ts FIND_MEMBER', 'MEMBERS_PK', { discord_id: person(7) }],
    ])('of %s uses the index %s and reads no table from end to end', async (name, index, binds) => {
      const plan = await planOf(administrator, store.location, name, binds);
      expect(plan).toContain(index);
      expect(plan).not.toContain('TABLE ACCESS FULL');
    });
  });

  it('a session is in UTC', async () => {
    const zone = sql`SELECT SESSIONTIMEZONE AS zone FROM dual`;
    const rows = await withDatabase(store, (db) => db.query(z.object({ zone: z.string() }), zone));
    expect(rows).toEqual([{ zone: 'UTC' }]);
  });

  it('a session that was ended by the database is replaced without anybody noticing', async () => {
    await withDatabase(store, async (db) => {
      const one = sql`SELECT 1 AS one FROM dual`;
      const One = z.object({ one: z.int() });
      await db.query(One, one);
      await withSession(administrator, async (session) => {
        const found = await session.execute(SESSIONS, { schema_user: store.location.user });
        const Ids = z.array(z.tuple([z.int(), z.int()]));
        for (const [id, serial] of Ids.parse(found.rows)) await session.execute(killSession(id, serial));
      });
      expect(await db.query(One, one)).toEqual([{ one: 1 }]);
    });
  });
}

/** Enough rows that a plan with an index is the cheaper one. */
async function fillWithMembers(db: Database): Promise<void> {
  await emptySchema(db, MIGRATIONS);
  const rank = sql`
INSERT INTO ranks (rank_id, rank_order, rank_name, points_required, roblox_rank, admin_only)
VALUES ('plans', 900, 'Plans', 0, '1', 0)`;
  const member = sql`
INSERT INTO members (discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, points, total_points, joined_at)
VALUES (:discord_id, :discord_id, :roblox_name, :roblox_name, 'plans', :points, :points, :joined_at)`;
  const entry = sql`
INSERT INTO point_entries (entry_id, member_id, points_delta, lifetime_delta, kind, created_at)
VALUES (:entry_id, :member_id, 1, 1, 'award', :created_at)`;
  const period = sql`
INSERT INTO period_points (period_key, discord_id, points, joined_at)
VALUES ('m2026-11', :discord_id, :points, :joined_at)`;
  const numbers = Array.from({ length: 20_000 }, (_, index) => index);
  await db.execute(rank);
  await db.executeMany(
    member,
    numbers.map((number) => ({
      discord_id: person(number),
      roblox_name: `name${number}`,
      points: number % 977,
      joined_at: number,
    })),
  );
  await db.executeMany(
    entry,
    numbers.map((number) => ({ entry_id: `${number}`, member_id: person(number % 500), created_at: number })),
  );
  await db.executeMany(
    period,
    numbers.map((number) => ({ discord_id: person(number), points: number % 977, joined_at: number })),
  );
}

/** The plan by which the database ran a statement, as the administrator sees it. */
async function planOf(
  administrator: OracleServer,
  location: OracleServer,
  name: string,
  binds: Readonly<Record<string, string | number>>,
): Promise<string> {
  const statement = (await collectStatements(ROOT)).find((each) => each.name === name);
  if (statement === undefined) throw new Error(`${name} is gone.`);
  const mark = `plan of ${name}`;
  const text = `${inDialect(statement.text, ORACLE_DIALECT)} /* ${mark} */`;
  const names = bindNames(text);
  const given = { row_offset: 0, row_limit: 10, ...binds };
  const values = Object.fromEntries(Object.entries(given).filter(([bind]) => names.has(bind)));
  await withSession(location, (session) => session.execute(text, values));
  return await withSession(administrator, async (session) => {
    const plan = await session.execute(
      `SELECT p.plan_table_output FROM v$sql s,
         TABLE(DBMS_XPLAN.DISPLAY_CURSOR(s.sql_id, s.child_number, 'BASIC')) p
       WHERE s.parsing_schema_name = :schema_user AND s.sql_text LIKE :pattern`,
      { schema_user: location.user, pattern: `%${mark}%` },
    );
    return JSON.stringify(plan.rows);
  });
}
