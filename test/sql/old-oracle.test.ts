import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOldOracle } from '../../scripts/import/old-oracle.ts';
import {
  countOldBlacklist,
  countOldRows,
  heldOldRanks,
  oldBlacklist,
  oldMembers,
  oldRanks,
  oldSettings,
  oldStatusSums,
  oldSubmissions,
  oldSubmissionsAfter,
  oldSums,
} from '../../scripts/import/old-tables.ts';
import { h2Oracle } from './h2-oracle.ts';
import { H2Server, h2Missing } from './h2-server.ts';

// The old bot's tables as they were in its Oracle schema, in each layout, read by the statements of the import.

const missing = h2Missing();
const ID = '335431342638279001';

interface Layout {
  readonly name: string;
  readonly statements: readonly string[];
}

/** What Oracle's dictionary says of the tables; H2 has no USER_TAB_COLUMNS of its own. */
function dictionary(tables: Readonly<Record<string, string>>): string[] {
  const rows = Object.entries(tables).flatMap(([table, columns]) =>
    columns
      .split(' ')
      .map(
        (column) =>
          `INSERT INTO user_tab_columns VALUES ('${table.toUpperCase()}', '${column.toUpperCase()}')`,
      ),
  );
  return ['CREATE TABLE user_tab_columns (table_name VARCHAR2(128), column_name VARCHAR2(128))', ...rows];
}

const MEMBERS = 'discord_id roblox_username current_rank points created_at';
const SUBMISSIONS =
  'submission_id submitter_id participants start_time end_time image_url status points_awarded admin_id timestamp';
const RANKS = 'rank_order rank_name points_required roblox_group_rank_id';

const NEWEST: Layout = {
  name: 'newest',
  statements: [
    ...dictionary({
      members: `${MEMBERS} total_points`,
      raid_submissions: `${SUBMISSIONS} event_type`,
      rank_requirements: `${RANKS} admin_only discord_role_id`,
      config: 'key value',
      blacklist: 'discord_id reason blacklisted_at blacklisted_by',
    }),
    `CREATE TABLE members (discord_id NUMBER(20) PRIMARY KEY, roblox_username VARCHAR2(255), current_rank NUMBER(10),
      points NUMBER(10), total_points NUMBER(10), created_at TIMESTAMP)`,
    `CREATE TABLE raid_submissions (submission_id NUMBER(10) PRIMARY KEY, submitter_id NUMBER(20),
      event_type VARCHAR2(50), participants CLOB, start_time VARCHAR2(100), end_time VARCHAR2(100), image_url CLOB,
      status VARCHAR2(20), points_awarded NUMBER(10), admin_id NUMBER(20), timestamp TIMESTAMP)`,
    `CREATE TABLE rank_requirements (rank_order NUMBER(10) PRIMARY KEY, rank_name VARCHAR2(100),
      points_required NUMBER(10), roblox_group_rank_id NUMBER(20), admin_only NUMBER(1), discord_role_id NUMBER(20))`,
    'CREATE TABLE config (key VARCHAR2(255) PRIMARY KEY, value VARCHAR2(4000))',
    `CREATE TABLE blacklist (discord_id NUMBER(20) PRIMARY KEY, reason VARCHAR2(500), blacklisted_at TIMESTAMP,
      blacklisted_by NUMBER(20))`,
    `INSERT INTO members VALUES (${ID}, 'Wolf', 1, 4, 9, TIMESTAMP '2026-01-02 03:04:05.753')`,
    `INSERT INTO raid_submissions VALUES (1, ${ID}, 'Patrol', 'Wolf, Stranger', '2:30 PM EST', 'late', 'https://x',
      'approved', 3, ${ID}, TIMESTAMP '2026-01-02 03:04:05.753')`,
    `INSERT INTO rank_requirements VALUES (1, 'Pending', 0, 1, 0, ${ID})`,
    "INSERT INTO config VALUES ('ADMIN_CHANNEL_ID', '1100000000000000031')",
    `INSERT INTO blacklist VALUES (${ID}, NULL, TIMESTAMP '2026-01-02 03:04:05.753', ${ID})`,
  ],
};
const FIRST: Layout = {
  name: 'first',
  statements: [
    ...dictionary({ members: MEMBERS, raid_submissions: SUBMISSIONS, rank_requirements: RANKS }),
    `CREATE TABLE members (discord_id NUMBER(20) PRIMARY KEY, roblox_username VARCHAR2(255), current_rank NUMBER(10),
      points NUMBER(10), created_at TIMESTAMP)`,
    `CREATE TABLE raid_submissions (submission_id NUMBER(10) PRIMARY KEY, submitter_id NUMBER(20), participants CLOB,
      start_time VARCHAR2(100), end_time VARCHAR2(100), image_url CLOB, status VARCHAR2(20), points_awarded NUMBER(10),
      admin_id NUMBER(20), timestamp TIMESTAMP)`,
    `CREATE TABLE rank_requirements (rank_order NUMBER(10) PRIMARY KEY, rank_name VARCHAR2(100),
      points_required NUMBER(10), roblox_group_rank_id NUMBER(20))`,
    `INSERT INTO members VALUES (${ID}, 'Wolf', 1, 4, TIMESTAMP '2026-01-02 03:04:05.753')`,
    `INSERT INTO raid_submissions VALUES (1, ${ID}, 'Wolf', 'now', 'then', 'https://x', NULL, NULL, NULL,
      TIMESTAMP '2026-01-02 03:04:05.753')`,
    "INSERT INTO rank_requirements VALUES (1, 'Pending', 0, 1)",
  ],
};

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

describe.runIf(missing === undefined)("the old bot's tables in an Oracle schema (H2 in Oracle mode)", () => {
  let server: H2Server;
  beforeAll(async () => {
    server = await H2Server.start();
  });
  afterAll(async () => {
    await server.stop();
  });

  async function open(layout: Layout) {
    const driver = h2Oracle(server.port);
    const options = { user: layout.name, password: 'old', connectString: 'h2' };
    const pool = await driver.createPool({
      ...options,
      poolMin: 0,
      poolMax: 1,
      poolIncrement: 1,
      poolTimeout: 0,
      poolPingInterval: 0,
      poolPingTimeout: 0,
      queueTimeout: 0,
      stmtCacheSize: 0,
      transportConnectTimeout: 0,
      connectTimeout: 0,
      sessionCallback: () => undefined,
    });
    const session = await pool.getConnection();
    for (const statement of layout.statements) await session.execute(statement);
    await session.commit();
    await session.close();
    await pool.close(0);
    const variables = { ORACLE_USER: layout.name, ORACLE_PASSWORD: 'old', ORACLE_DSN: 'h2' };
    return await openOldOracle(variables, { driver });
  }

  it('are read in their newest layout, ids to the last digit', async () => {
    const old = await open(NEWEST);
    await old.snapshot(async (source) => {
      expect(await all(oldMembers(source, old.layout))).toMatchObject([
        { discord_id: ID, roblox_username: 'Wolf', points: '4', total_points: '9' },
      ]);
      expect(await all(oldSubmissions(source, old.layout))).toMatchObject([
        {
          submission_id: '1',
          submitter_id: ID,
          event_type: 'Patrol',
          participants: 'Wolf, Stranger',
          points_awarded: '3',
        },
      ]);
      expect(await oldRanks(source, old.layout)).toMatchObject([
        { rank_name: 'Pending', discord_role_id: ID },
      ]);
      expect(await oldSettings(source, old.layout)).toMatchObject([{ setting_key: 'ADMIN_CHANNEL_ID' }]);
      expect(await all(oldBlacklist(source, old.layout))).toMatchObject([{ discord_id: ID, reason: null }]);
      expect(await oldSums(source, old.layout)).toMatchObject({ found: 1, points: '4', total_points: '9' });
      expect(await oldStatusSums(source)).toMatchObject([{ status: 'approved', found: 1, points: '3' }]);
      expect([...(await heldOldRanks(source))]).toEqual([['1', 1]]);
      expect(await countOldBlacklist(source, old.layout)).toBe(1);
      await countOldRows(source);
      expect(await oldSubmissionsAfter(source, old.layout, undefined)).toHaveLength(1);
    });
    await old.close();
  });

  it('are read in their first layout', async () => {
    const old = await open(FIRST);
    await old.snapshot(async (source) => {
      expect(await all(oldMembers(source, old.layout))).toMatchObject([
        { discord_id: ID, total_points: '4' },
      ]);
      expect(await all(oldSubmissions(source, old.layout))).toMatchObject([
        { event_type: 'Raid', status: null },
      ]);
      expect(await oldRanks(source, old.layout)).toMatchObject([{ admin_only: null, discord_role_id: null }]);
      expect(await oldSettings(source, old.layout)).toEqual([]);
      expect(await all(oldBlacklist(source, old.layout))).toEqual([]);
      expect(await oldSums(source, old.layout)).toMatchObject({ points: '4', total_points: '4' });
    });
    await old.close();
  });
});

if (missing !== undefined) {
  it(`the old tables in Oracle's dialect were not read. ${missing}`, (context) => context.skip(missing));
}
