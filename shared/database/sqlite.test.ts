import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Binds, type Database, type Queryable, type Sql, sql } from './database.ts';
import { ConflictError, DatabaseError, type DatabaseErrorCode } from './errors.ts';
import { openSqlite } from './sqlite.ts';

const INSERT = sql`INSERT INTO things (thing_id, label, amount) VALUES (:thing_id, :label, :amount)`;
const ALL = sql`SELECT thing_id, label, amount FROM things ORDER BY thing_id`;
const COUNT = sql`SELECT COUNT(*) AS how_many FROM things`;
const ADD = sql`UPDATE things SET amount = amount + 1 WHERE thing_id = :thing_id`;

const Thing = z.object({ thing_id: z.string(), label: z.nullable(z.string()), amount: z.int() });
const Count = z.object({ how_many: z.int() });

let directory: string;
let db: Database;
const opened: Database[] = [];

async function open(options = {}): Promise<Database> {
  const database = await openSqlite(join(directory, 'clan', 'data.db'), options);
  opened.push(database);
  return database;
}

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'sqlite-'));
  db = await open();
  await db.runMigrationStatement(`CREATE TABLE things (
    thing_id VARCHAR2(32) NOT NULL,
    label VARCHAR2(10) CHECK (LENGTH(label) <= 10),
    amount NUMBER(10) NOT NULL CHECK (amount >= 0),
    CONSTRAINT things_pk PRIMARY KEY (thing_id)
  )`);
  await db.runMigrationStatement(`CREATE TABLE parts (
    part_id VARCHAR2(32) NOT NULL,
    thing_id VARCHAR2(32) NOT NULL,
    CONSTRAINT parts_pk PRIMARY KEY (part_id),
    CONSTRAINT parts_thing_fk FOREIGN KEY (thing_id) REFERENCES things (thing_id)
  )`);
});

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  rmSync(directory, { recursive: true });
});

async function refusal(work: Promise<unknown>): Promise<DatabaseErrorCode | undefined> {
  return await work.then(
    () => undefined,
    (error) => (error instanceof DatabaseError ? error.code : Promise.reject(error)),
  );
}

async function count(queryable: Queryable = db): Promise<number | undefined> {
  const [row] = await queryable.query(Count, COUNT);
  return row?.how_many;
}

describe('binds', () => {
  const thing: Binds = { thing_id: '1', label: 'a', amount: 1 };

  it('must be exactly those of the statement', async () => {
    expect(await refusal(db.execute(INSERT, { thing_id: '1', label: 'a' }))).toBe('usage');
    expect(await refusal(db.execute(INSERT, { ...thing, more: 1 }))).toBe('usage');
    expect(await refusal(db.query(Count, COUNT, { more: 1 }))).toBe('usage');
    expect(await count()).toBe(0);
  });

  it.each([
    ['undefined', undefined],
    ['a boolean', true],
    ['a date', new Date(0)],
    ['a fraction', 1.5],
    ['not a number', Number.NaN],
    ['more than a double holds', 2 ** 53],
    ['a bigint', 1n],
  ])('refuse %s', async (_what, value) => {
    const binds: Binds = JSON.parse('{"thing_id":"1","label":"a"}');
    expect(await refusal(db.execute(INSERT, Object.assign(binds, { amount: value })))).toBe('usage');
  });

  it('refuse an id given as a number, which would lose digits or its form', async () => {
    expect(await refusal(db.execute(INSERT, { ...thing, thing_id: 5 }))).toBe('usage');
  });

  it('give each place of their name its value', async () => {
    const row = sql`SELECT :first AS a, :second AS b, :first AS c FROM dual`;
    const Row = z.object({ a: z.string(), b: z.int(), c: z.string() });
    expect(await db.query(Row, row, { second: 2, first: 'one' })).toEqual([{ a: 'one', b: 2, c: 'one' }]);
  });

  it('turn the empty text into NULL, as Oracle does', async () => {
    await db.execute(INSERT, { ...thing, label: '' });
    expect(await db.query(Thing, ALL)).toEqual([{ thing_id: '1', label: null, amount: 1 }]);
  });

  it('keep integers as integers, in text columns too', async () => {
    await db.execute(INSERT, { ...thing, label: 7 });
    expect(await db.query(Thing, ALL)).toEqual([{ thing_id: '1', label: '7', amount: 1 }]);
  });
});

describe('rows', () => {
  it('come back with lower-case keys', async () => {
    const [row] = await db.query(Count, sql`SELECT COUNT(*) AS HOW_MANY FROM things`);
    expect(row).toEqual({ how_many: 0 });
  });

  it('are refused when they are not what the store expects, without showing values', async () => {
    await db.execute(INSERT, { thing_id: '1', label: 'secret', amount: 1 });
    const Wrong = z.object({ thing_id: z.string(), label: z.int(), amount: z.int() });
    const attempt = db.query(Wrong, ALL);
    await expect(attempt).rejects.toThrow(/label: invalid_type/);
    await expect(attempt).rejects.not.toThrow(/secret/);
  });

  it('are refused with a number that a double cannot hold, or a fraction', async () => {
    const Row = z.object({ big: z.number() });
    expect(await refusal(db.query(Row, sql`SELECT 9007199254740993 AS big FROM dual`))).toBe('usage');
    expect(await refusal(db.query(Row, sql`SELECT 0.5 AS big FROM dual`))).toBe('usage');
  });

  it('are refused when a column has no name of its own', async () => {
    const Row = z.looseObject({});
    expect(await refusal(db.query(Row, sql`SELECT COUNT(*) FROM things`))).toBe('usage');
    expect(await refusal(db.query(Row, sql`SELECT 1 AS one, 2 AS one FROM dual`))).toBe('usage');
  });

  it('are limited by the marker {rows}', async () => {
    await db.executeMany(
      INSERT,
      ['1', '2', '3', '4'].map((id) => ({ thing_id: id, label: null, amount: 0 })),
    );
    const Id = z.object({ thing_id: z.string() });
    const page = sql`SELECT thing_id FROM things ORDER BY thing_id {rows}`;
    const rows = await db.query(Id, page, { row_offset: 1, row_limit: 2 });
    expect(rows.map((row) => row.thing_id)).toEqual(['2', '3']);
  });
});

describe('what Oracle has and SQLite has not', () => {
  it('dual is there', async () => {
    expect(await db.query(z.object({ dummy: z.string() }), sql`SELECT dummy FROM dual`)).toEqual([
      { dummy: 'X' },
    ]);
  });

  it('LIKE tells upper from lower case', async () => {
    await db.execute(INSERT, { thing_id: '1', label: 'Wolf', amount: 1 });
    const like = sql`SELECT COUNT(*) AS how_many FROM things WHERE label LIKE :pattern`;
    expect(await db.query(Count, like, { pattern: 'wolf%' })).toEqual([{ how_many: 0 }]);
    expect(await db.query(Count, like, { pattern: 'Wolf%' })).toEqual([{ how_many: 1 }]);
  });

  it('a text in double quotes is a name, not a value', async () => {
    expect(
      await refusal(db.query(Count, sql`SELECT COUNT(*) AS how_many FROM things WHERE label = "Wolf"`)),
    ).toBe('schema');
  });
});

describe('a refusal of the database', () => {
  const thing = { thing_id: '1', label: 'a', amount: 1 };

  it.each<[DatabaseErrorCode, string, () => Promise<unknown>]>([
    ['unique', 'a key that exists', () => db.execute(INSERT, thing)],
    ['constraint', 'a CHECK', () => db.execute(INSERT, { ...thing, thing_id: '2', amount: -1 })],
    ['constraint', 'a NOT NULL', () => db.execute(INSERT, { ...thing, thing_id: '' })],
    [
      'too-long',
      'a text longer than its column',
      () => db.execute(INSERT, { ...thing, thing_id: '2', label: 'x'.repeat(11) }),
    ],
    [
      'constraint',
      'a missing parent',
      () => db.execute(sql`INSERT INTO parts (part_id, thing_id) VALUES ('1', 'none')`),
    ],
    ['schema', 'a missing table', () => db.execute(sql`DELETE FROM absent`)],
    ['schema', 'a missing column', () => db.execute(sql`UPDATE things SET colour = 1`)],
    ['exists', 'a table that exists', () => db.runMigrationStatement('CREATE TABLE things (a NUMBER(1))')],
    [
      'exists',
      'a column that exists',
      () => db.runMigrationStatement('ALTER TABLE things ADD label NUMBER(1)'),
    ],
    ['other', 'nonsense', () => db.execute(sql`DELETE things WHERE`)],
  ])('says %s for %s', async (code, _what, attempt) => {
    await db.execute(INSERT, thing);
    expect(await refusal(attempt())).toBe(code);
  });

  it('counts a length in characters, not in bytes or UTF-16 units', async () => {
    await db.execute(INSERT, { ...thing, label: '🐺'.repeat(10) });
    expect(await refusal(db.execute(INSERT, { ...thing, thing_id: '2', label: '🐺'.repeat(11) }))).toBe(
      'too-long',
    );
  });

  it("keeps the engine's own code for the log and shows no value", async () => {
    await db.execute(INSERT, { ...thing, label: 'secret' });
    const error = await db.execute(INSERT, { ...thing, label: 'secret' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ engineCode: 'SQLITE_CONSTRAINT_PRIMARYKEY', retryable: false });
    expect(String(error)).not.toContain('secret');
  });
});

describe('a transaction', () => {
  it('is there as a whole when its work resolves', async () => {
    const result = await db.transaction(async (tx) => {
      await tx.execute(INSERT, { thing_id: '1', label: null, amount: 0 });
      expect(await tx.execute(ADD, { thing_id: '1' })).toBe(1);
      expect(await tx.execute(ADD, { thing_id: 'none' })).toBe(0);
      return 'done';
    });
    expect(result).toBe('done');
    expect(await db.query(Thing, ALL)).toEqual([{ thing_id: '1', label: null, amount: 1 }]);
  });

  it('leaves nothing behind when its work throws', async () => {
    const work = db.transaction(async (tx) => {
      await tx.execute(INSERT, { thing_id: '1', label: null, amount: 0 });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await count()).toBe(0);
  });

  it('goes on after a statement that was refused and caught', async () => {
    await db.transaction(async (tx) => {
      await tx.execute(INSERT, { thing_id: '1', label: null, amount: 0 });
      expect(await refusal(tx.execute(INSERT, { thing_id: '1', label: null, amount: 0 }))).toBe('unique');
      await tx.execute(INSERT, { thing_id: '2', label: null, amount: 0 });
    });
    expect(await count()).toBe(2);
  });

  it('does not commit half a bulk statement, even when its failure is swallowed', async () => {
    const rows = ['1', '2', '1'].map((id) => ({ thing_id: id, label: null, amount: 0 }));
    const work = db.transaction(async (tx) => {
      await refusal(tx.executeMany(INSERT, rows));
    });
    await expect(work).rejects.toMatchObject({ code: 'usage' });
    expect(await count()).toBe(0);
  });

  it('waits for the one before it, and so does a query outside', async () => {
    const order: string[] = [];
    let go = () => {};
    const pause = new Promise<void>((resolve) => {
      go = resolve;
    });
    const first = db.transaction(async (tx) => {
      await tx.execute(INSERT, { thing_id: '1', label: null, amount: 0 });
      await pause;
      order.push('first');
    });
    const second = db.transaction(async (tx) => {
      order.push(`second sees ${await count(tx)}`);
    });
    const outside = count().then((seen) => order.push(`outside sees ${seen}`));
    go();
    await Promise.all([first, second, outside]);
    expect(order).toEqual(['first', 'second sees 1', 'outside sees 1']);
  });

  it('refuses to use the database itself inside, which would wait for ever', async () => {
    expect(await refusal(db.transaction(() => count()))).toBe('usage');
    expect(await refusal(db.transaction(() => db.transaction(async () => 1)))).toBe('usage');
    expect(await count()).toBe(0);
  });

  it('cannot be used after its end', async () => {
    let kept: Queryable | undefined;
    await db.transaction(async (tx) => {
      kept = tx;
    });
    expect(await refusal(kept?.execute(ADD, { thing_id: '1' }) ?? Promise.resolve())).toBe('usage');
  });

  it('starts again after a lost race, five times, with growing pauses', async () => {
    const pauses: number[] = [];
    const patient = await open({ pause: async (ms: number) => void pauses.push(ms), random: () => 0.5 });
    let attempts = 0;
    const work = patient.transaction(async (tx) => {
      attempts += 1;
      await tx.execute(INSERT, { thing_id: String(attempts), label: null, amount: 0 });
      throw new ConflictError('somebody was first');
    });
    await expect(work).rejects.toMatchObject({ code: 'busy', retryable: true });
    expect(attempts).toBe(6);
    expect(pauses).toEqual([5, 15, 25, 35, 45]);
    expect(await count()).toBe(0);
  });

  it('succeeds when a later attempt does', async () => {
    let attempts = 0;
    await db.transaction(async (tx) => {
      attempts += 1;
      await tx.execute(INSERT, { thing_id: String(attempts), label: null, amount: 0 });
      if (attempts < 3) throw new ConflictError('somebody was first');
    });
    expect((await db.query(Thing, ALL)).map((row) => row.thing_id)).toEqual(['3']);
  });
});

describe('another connection', () => {
  it('that holds the write lock too long makes it busy, while this process goes on', async () => {
    const other = await open();
    const hurried = await open({ busyTimeoutMs: 100, pause: async () => undefined });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holding = other.transaction(async (tx) => {
      await tx.execute(INSERT, { thing_id: '1', label: null, amount: 0 });
      await held;
    });
    const blocked = hurried.execute(INSERT, { thing_id: '2', label: null, amount: 0 });
    await expect(blocked).rejects.toMatchObject({ code: 'busy', engineCode: 'SQLITE_BUSY', retryable: true });
    expect(await count()).toBe(0);
    release();
    await holding;
    await hurried.execute(INSERT, { thing_id: '2', label: null, amount: 0 });
    expect(await count()).toBe(2);
  });
});

describe('opening', () => {
  it('makes the directories and keeps what was written', async () => {
    await db.execute(INSERT, { thing_id: '1', label: null, amount: 0 });
    await db.close();
    opened.splice(0);
    db = await open();
    expect(await count()).toBe(1);
  });

  it('says that a file cannot be opened, by its path', async () => {
    await expect(openSqlite(directory)).rejects.toMatchObject({ code: 'unreachable' });
    writeFileSync(
      join(directory, 'text.db'),
      'this is no database, but a text long enough to be read as one'.repeat(20),
    );
    await expect(openSqlite(join(directory, 'text.db'))).rejects.toThrow(DatabaseError);
    await expect(openSqlite(join(directory, 'text.db', 'below.db'))).rejects.toThrow(/below\.db/);
  });
});

it('a bulk statement reports the rows of all and is undone as a whole', async () => {
  const row = (id: string): Binds => ({ thing_id: id, label: null, amount: 0 });
  expect(await db.executeMany(INSERT, [row('1'), row('2')])).toBe(2);
  expect(await refusal(db.executeMany(INSERT, [row('3'), row('1')]))).toBe('unique');
  expect(await db.executeMany(INSERT, [])).toBe(0);
  expect(await count()).toBe(2);
});

it('fragments are put together only from other tagged statements', () => {
  const columns = sql`thing_id, label`;
  const statement: Sql = sql`SELECT ${columns} FROM things`;
  expect(statement).toBe('SELECT thing_id, label FROM things');
});

describe('what is on the disk', () => {
  const SYNCHRONOUS = sql`PRAGMA synchronous`;
  const Synchronous = z.object({ synchronous: z.int() });
  const NORMAL = 1;
  const FULL = 2;

  it('is every transaction that has committed, and with it what was written before', async () => {
    const inside = await db.transaction((tx) => tx.query(Synchronous, SYNCHRONOUS));
    await db.execute(INSERT, { thing_id: '1', label: null, amount: 1 });
    const afterStatement = await db.query(Synchronous, SYNCHRONOUS);
    const again = await db.transaction((tx) => tx.query(Synchronous, SYNCHRONOUS));
    expect([inside, afterStatement, again].map(([row]) => row?.synchronous)).toEqual([FULL, NORMAL, FULL]);
  });
});

describe('a latency', () => {
  it('is waited for at each statement, array bind and COMMIT, and not at BEGIN', async () => {
    const waits: number[] = [];
    const slow = await open({ latencyMs: 5, pause: async (ms: number) => void waits.push(ms) });
    const thing = (id: string) => ({ thing_id: id, label: null, amount: 0 });
    const costs = async (work: () => Promise<unknown>) => {
      waits.splice(0);
      await work();
      return waits;
    };
    expect(await costs(() => count(slow))).toEqual([5]);
    expect(await costs(() => slow.execute(INSERT, thing('a')))).toEqual([5]);
    expect(await costs(() => slow.executeMany(INSERT, [thing('b'), thing('c')]))).toEqual([5]);
    const changing = slow.transaction(async (tx) => {
      await count(tx);
      await tx.executeMany(INSERT, [thing('d'), thing('e')]);
    });
    expect(await costs(() => changing)).toEqual([5, 5, 5]);
    expect(await count(slow)).toBe(5);
  });
});
