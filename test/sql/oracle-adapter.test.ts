import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Database, sql } from '../../shared/database/database.ts';
import { ConflictError, DatabaseError } from '../../shared/database/errors.ts';
import { openOracle } from '../../shared/database/oracle.ts';
import type { OracleConnection } from '../../shared/database/oracle-driver.ts';
import { driverError, type FakeOracle, fakeOracle, type Script } from './fake-oracle.ts';

const LOCATION = {
  user: 'tophat',
  password: 'hunter2hunter2',
  connectString:
    '(description=(retry_count=20)(address=(host=adb.x.oraclecloud.com))(connect_data=(service_name=s)))',
};
const SELECT = sql`SELECT rank_id, points FROM members WHERE discord_id = :discord_id {rows}`;
const ADD = sql`UPDATE members SET points = points + :amount WHERE discord_id = :discord_id`;
const Row = z.object({ rank_id: z.string(), points: z.int() });
const BINDS = { discord_id: '7', row_offset: 0, row_limit: 1 };
const MEMBER = { rows: [{ RANK_ID: 'r1', POINTS: 5 }], metaData: [{ name: 'RANK_ID' }, { name: 'POINTS' }] };

async function open(script?: Script): Promise<{ db: Database; oracle: FakeOracle }> {
  const oracle = fakeOracle(script);
  const db = await openOracle(LOCATION, { driver: oracle, pause: async () => undefined, random: () => 0 });
  return { db, oracle };
}

/** Fails the first time a statement is sent, as a session does that broke while the container was frozen. */
function brokenOnce(matching: RegExp, code = 'NJS-500'): Script {
  let broken = false;
  return (text) => {
    if (broken || !matching.test(text)) return text.startsWith('SELECT') ? MEMBER : { rowsAffected: 1 };
    broken = true;
    return driverError(code);
  };
}

describe('the pool', () => {
  it('holds one session, of a class of its own, and fails within the budget of a function', async () => {
    const { oracle } = await open();
    expect(oracle.connectionClass).toBe('clan-bot');
    expect(oracle.pools).toHaveLength(1);
    expect(oracle.pools[0]).toMatchObject({
      user: 'tophat',
      poolMin: 0,
      poolMax: 1,
      connectTimeout: 5,
      transportConnectTimeout: 3,
      poolPingTimeout: 1500,
      connectString:
        '(description=(address=(host=adb.x.oraclecloud.com))(connect_data=(server=pooled)(service_name=s)))',
    });
  });

  it('is not asked for a session before the first statement, and gets it back after each', async () => {
    const { db, oracle } = await open(() => MEMBER);
    expect(oracle.calls).toEqual([]);
    await db.query(Row, SELECT, BINDS);
    expect(oracle.calls.at(0)).toBe('connect');
    expect(oracle.calls.at(-1)).toBe('release');
    await db.close();
    expect(oracle.calls.at(-1)).toBe('close pool');
  });

  it('prepares a new session by one statement: texts are sorted as they are compared', async () => {
    const { oracle } = await open();
    const said: string[] = [];
    const session: OracleConnection = {
      callTimeout: 0,
      async execute(text) {
        said.push(text);
        return {};
      },
      executeMany: async () => ({}),
      commit: async () => undefined,
      close: async () => undefined,
    };
    await new Promise((resolve) => oracle.pools[0]?.sessionCallback(session, '', resolve));
    expect(said).toEqual(['ALTER SESSION SET NLS_SORT = BINARY NLS_COMP = BINARY']);
  });

  it('that cannot connect says unreachable or denied, without the password', async () => {
    for (const [ora, code] of [
      ['NJS-503', 'unreachable'],
      ['NJS-510', 'unreachable'],
      ['ORA-01017', 'denied'],
    ] as const) {
      const { db, oracle } = await open((text) => (text === 'connect' ? driverError(ora) : undefined));
      const error = await db.query(Row, SELECT, BINDS).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'DatabaseError', code });
      expect(String(error)).not.toContain(LOCATION.password);
      expect(oracle.calls).toEqual(['connect']);
    }
  });
});

describe('a statement', () => {
  it("goes out in Oracle's dialect, with its binds by name, and its rows come back in lower case", async () => {
    const { db, oracle } = await open(() => MEMBER);
    expect(await db.query(Row, SELECT, BINDS)).toEqual([{ rank_id: 'r1', points: 5 }]);
    expect(oracle.calls[1]).toBe(
      'SELECT /*+ FIRST_ROWS(10) */ rank_id, points FROM members WHERE discord_id = :discord_id ' +
        'OFFSET :row_offset ROWS FETCH NEXT :row_limit ROWS ONLY',
    );
    expect(oracle.binds).toEqual([BINDS]);
  });

  it('with wrong binds never reaches the driver', async () => {
    const { db, oracle } = await open();
    await expect(db.execute(ADD, { discord_id: '7' })).rejects.toMatchObject({ code: 'usage' });
    await expect(db.executeMany(ADD, [{ discord_id: '7', amount: 1, more: 1 }])).rejects.toMatchObject({
      code: 'usage',
    });
    expect(oracle.calls.filter((call) => call.startsWith('UPDATE'))).toEqual([]);
  });

  it('is refused when two columns of its result have one name, or one has none of its own', async () => {
    const twice = { rows: [], metaData: [{ name: 'POINTS' }, { name: 'POINTS' }] };
    for (const result of [twice, { rows: [], metaData: [{ name: 'COUNT(*)' }] }]) {
      const { db } = await open(() => result);
      await expect(db.query(Row, SELECT, BINDS)).rejects.toMatchObject({ code: 'usage' });
    }
  });

  it('that writes outside a transaction carries its commit with it', async () => {
    const { db, oracle } = await open(() => ({ rowsAffected: 3 }));
    expect(await db.execute(ADD, { discord_id: '7', amount: 1 })).toBe(3);
    expect(oracle.calls.slice(-3)).toEqual([ADD, '+commit', 'release']);
    await db.executeMany(ADD, [{ discord_id: '7', amount: 1 }]);
    expect(oracle.calls.slice(-3)).toEqual([ADD, '+commit', 'release']);
  });

  it('for many rows goes out as one array, and in parts when there are very many', async () => {
    const { db, oracle } = await open((text) => (text === 'commit' ? undefined : { rowsAffected: 2000 }));
    const rows = Array.from({ length: 4001 }, (_, index) => ({ discord_id: `${index}`, amount: index }));
    expect(await db.executeMany(ADD, rows)).toBe(6000);
    expect(oracle.calls).toEqual(['connect', ADD, ADD, ADD, 'commit', 'release']);
  });

  it('is refused when its result has a number that a double cannot hold', async () => {
    const { db } = await open(() => ({ ...MEMBER, rows: [{ RANK_ID: 'r1', POINTS: 2 ** 53 }] }));
    await expect(db.query(Row, SELECT, BINDS)).rejects.toThrow(
      /"points" holds a number that is no safe integer/,
    );
  });

  it('of a migration counts lengths in characters and commits with its record', async () => {
    const { db, oracle } = await open(() => ({ rowsAffected: 1 }));
    await db.runMigrationStatement('CREATE TABLE a (b NUMBER(1))', async (tx) => {
      await tx.execute(ADD, { discord_id: '7', amount: 1 });
    });
    expect(oracle.calls).toEqual([
      'connect',
      'ALTER SESSION SET NLS_LENGTH_SEMANTICS = CHAR',
      'CREATE TABLE a (b NUMBER(1))',
      ADD,
      'commit',
      'release',
    ]);
  });
});

describe('a session that broke while the container was frozen', () => {
  it.each(['NJS-500', 'NJS-503', 'ORA-03113', 'ORA-03114', 'ORA-12537', 'ORA-25408', 'ORA-02396'])(
    'is dropped and replaced once (%s), and the query is sent again',
    async (code) => {
      const { db, oracle } = await open(brokenOnce(/^SELECT/, code));
      expect(await db.query(Row, SELECT, BINDS)).toEqual([{ rank_id: 'r1', points: 5 }]);
      expect(oracle.calls.filter((call) => ['connect', 'drop', 'release'].includes(call))).toEqual([
        'connect',
        'drop',
        'connect',
        'release',
      ]);
    },
  );

  it('before the commit starts the whole transaction again, since nothing of it is there', async () => {
    const { db, oracle } = await open(brokenOnce(/^UPDATE/));
    let runs = 0;
    await db.transaction(async (tx) => {
      runs += 1;
      await tx.query(Row, SELECT, BINDS);
      await tx.execute(ADD, { discord_id: '7', amount: 1 });
    });
    expect(runs).toBe(2);
    expect(oracle.calls.filter((call) => call === 'commit')).toHaveLength(1);
  });

  it('at the commit is lost: nothing is repeated, and the caller is told to look it up', async () => {
    const { db, oracle } = await open(brokenOnce(/^commit/, 'ORA-03113'));
    let runs = 0;
    const work = db.transaction(async (tx) => {
      runs += 1;
      await tx.execute(ADD, { discord_id: '7', amount: 1 });
    });
    await expect(work).rejects.toMatchObject({ code: 'lost', engineCode: 'ORA-03113', retryable: false });
    expect(runs).toBe(1);
    expect(oracle.calls.at(-1)).toBe('drop');
  });

  it.each(['NJS-500', 'NJS-123'])(
    'at a statement that carries its commit is lost as well (%s)',
    async (code) => {
      const { db, oracle } = await open(brokenOnce(/^UPDATE/, code));
      await expect(db.execute(ADD, { discord_id: '7', amount: 1 })).rejects.toMatchObject({ code: 'lost' });
      expect(oracle.calls).toEqual(['connect', ADD, 'drop']);
    },
  );

  it('in DDL, which commits by itself, is lost and not repeated', async () => {
    const { db, oracle } = await open(brokenOnce(/^CREATE/));
    await expect(db.runMigrationStatement('CREATE TABLE a (b NUMBER(1))')).rejects.toMatchObject({
      code: 'lost',
    });
    expect(oracle.calls.filter((call) => call.startsWith('CREATE'))).toHaveLength(1);
  });

  it('twice is unreachable', async () => {
    const { db, oracle } = await open((text) =>
      text.startsWith('SELECT') ? driverError('NJS-500') : undefined,
    );
    await expect(db.query(Row, SELECT, BINDS)).rejects.toMatchObject({
      code: 'unreachable',
      retryable: true,
    });
    expect(oracle.calls.filter((call) => call === 'connect')).toHaveLength(2);
  });
});

describe('a transaction', () => {
  it('that throws is not committed, and its session is given back, which rolls back', async () => {
    const { db, oracle } = await open(() => ({ rowsAffected: 1 }));
    const work = db.transaction(async (tx) => {
      await tx.execute(ADD, { discord_id: '7', amount: 1 });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(oracle.calls).toEqual(['connect', ADD, 'release']);
  });

  it('starts again after a lost race or a deadlock', async () => {
    let sent = 0;
    const { db } = await open((text) => {
      if (!text.startsWith('UPDATE')) return undefined;
      sent += 1;
      return sent === 1 ? driverError('ORA-00060') : { rowsAffected: sent - 2 };
    });
    await db.transaction(async (tx) => {
      if ((await tx.execute(ADD, { discord_id: '7', amount: 1 })) === 0)
        throw new ConflictError('somebody was first');
    });
    expect(sent).toBe(3);
  });

  it('drops a session that a timeout interrupted, and says busy', async () => {
    const { db, oracle } = await open((text) =>
      text.startsWith('UPDATE') ? driverError('NJS-123') : undefined,
    );
    const work = db.transaction((tx) => tx.execute(ADD, { discord_id: '7', amount: 1 }));
    await expect(work).rejects.toMatchObject({ code: 'busy', retryable: true });
    expect(oracle.calls.at(-1)).toBe('drop');
  });

  it('of another piece of work waits for the one session', async () => {
    const { db, oracle } = await open(() => MEMBER);
    await Promise.all([db.query(Row, SELECT, BINDS), db.query(Row, SELECT, BINDS)]);
    expect(oracle.calls.filter((call) => ['connect', 'release'].includes(call))).toEqual([
      'connect',
      'release',
      'connect',
      'release',
    ]);
    await expect(db.transaction(() => db.query(Row, SELECT, BINDS))).rejects.toThrow(DatabaseError);
  });
});
