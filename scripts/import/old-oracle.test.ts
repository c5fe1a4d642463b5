import { describe, expect, it } from 'vitest';
import { driverError, type FakeOracle, fakeOracle, type Script } from '../../test/sql/fake-oracle.ts';
import { connectionOf, openOldOracle } from './old-oracle.ts';
import { oldMembers, oldSubmissions } from './old-tables.ts';

const VARIABLES = { ORACLE_USER: 'tophat_bot', ORACLE_PASSWORD: 'ora-secret', ORACLE_DSN: 'db.test/svc' };

const COLUMNS: Readonly<Record<string, string>> = {
  MEMBERS: 'DISCORD_ID ROBLOX_USERNAME CURRENT_RANK POINTS CREATED_AT',
  RAID_SUBMISSIONS:
    'SUBMISSION_ID SUBMITTER_ID EVENT_TYPE PARTICIPANTS START_TIME END_TIME IMAGE_URL STATUS POINTS_AWARDED ADMIN_ID TIMESTAMP',
  RANK_REQUIREMENTS: 'RANK_ORDER RANK_NAME POINTS_REQUIRED ROBLOX_GROUP_RANK_ID ADMIN_ONLY',
  CONFIG: 'KEY VALUE',
};
const ROWS = Object.entries(COLUMNS).flatMap(([table, names]) =>
  names.split(' ').map((column) => ({ TABLE_NAME: table, COLUMN_NAME: column })),
);

function oracle(script: Script = () => undefined): FakeOracle {
  return fakeOracle((text, binds) =>
    text.includes('user_tab_columns')
      ? { rows: ROWS, metaData: [{ name: 'TABLE_NAME' }, { name: 'COLUMN_NAME' }] }
      : script(text, binds),
  );
}

describe("the old bot's Oracle schema (never reached from here: a driver without a server)", () => {
  it('is read in one read-only transaction, with times as the SQLite file has them and ids as text', async () => {
    const driver = oracle((text) =>
      text.includes('m.roblox_username')
        ? {
            rows: [
              {
                DISCORD_ID: '335431342638279123',
                ROBLOX_USERNAME: 'Wolf',
                CURRENT_RANK: '1',
                POINTS: '5',
                TOTAL_POINTS: '5',
                CREATED_AT: '2026-01-01T10:00:00.123',
              },
            ],
            metaData: [],
          }
        : undefined,
    );
    const old = await openOldOracle(VARIABLES, { driver });
    expect(old.layout).toMatchObject({
      hasTotalPoints: false,
      hasEventType: true,
      hasBlacklist: false,
      hasRoleIds: false,
    });
    const [page] = await old.snapshot(async (source) => {
      const first = await oldMembers(source, old.layout).next();
      for await (const _ of oldSubmissions(source, old.layout)) throw new Error('there are none');
      return [first.value];
    });
    expect(page).toMatchObject([{ discord_id: '335431342638279123', total_points: '5' }]);
    await old.close();
    const begun = driver.calls.indexOf('SET TRANSACTION READ ONLY');
    expect(driver.calls[begun - 1]).toBe('connect');
    expect(driver.calls[begun + 1]).toMatch(
      /^ALTER SESSION SET NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD"T"HH24:MI:SS.FF3'/,
    );
    expect(driver.calls[begun + 2]).toMatch(
      /CAST\(m.points AS VARCHAR2\(40\)\) AS total_points .* FETCH NEXT :row_limit ROWS ONLY$/,
    );
    expect(driver.calls.filter((call) => /INSERT|UPDATE|DELETE/.test(call))).toEqual([]);
    expect(driver.binds).toContainEqual({ after_row: '-9223372036854775808', row_offset: 0, row_limit: 600 });
  });

  it('is refused when it is some other schema, and the pool is closed', async () => {
    const driver = fakeOracle();
    await expect(openOldOracle(VARIABLES, { driver })).rejects.toThrow(
      /the Oracle schema of tophat_bot is not a database of the old bot: the table members/,
    );
  });

  it('is asked for by the variables that the old bot had; a missing one is named, no value is shown', () => {
    expect(connectionOf(VARIABLES)).toEqual({
      user: 'tophat_bot',
      password: 'ora-secret',
      connectString: 'db.test/svc',
    });
    expect(() => connectionOf({ ORACLE_PASSWORD: 'ora-secret' })).toThrow(
      /needs ORACLE_USER, ORACLE_DSN in the environment/,
    );
    expect(() => connectionOf({ ORACLE_PASSWORD: 'ora-secret' })).not.toThrow(/ora-secret/);
  });

  it('says denied when the password is wrong, without it', async () => {
    const driver = fakeOracle((text) => (text === 'connect' ? driverError('ORA-01017') : undefined));
    const failure = openOldOracle(VARIABLES, { driver });
    await expect(failure).rejects.toMatchObject({ code: 'denied' });
    await expect(failure).rejects.not.toThrow(/ora-secret/);
  });
});
