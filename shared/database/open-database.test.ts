import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Database, sql } from './database.ts';
import type { DatabaseLocation } from './database-location.ts';
import { createDatabaseCache, openDatabase } from './open-database.ts';

const ONE = sql`SELECT 1 AS one FROM dual`;
const Row = z.object({ one: z.int() });

let directory: string;
const opened: string[] = [];
const closed: string[] = [];

/** Opens SQLite for real and notes who is opened and closed. */
async function open(location: DatabaseLocation): Promise<Database> {
  const name = 'path' in location ? location.path : `${location.user}:${location.password}`;
  opened.push(name);
  const db = await openDatabase({ path: join(directory, `${name}.db`) });
  return {
    engine: db.engine,
    query: (row, statement, binds) => db.query(row, statement, binds),
    execute: (statement, binds) => db.execute(statement, binds),
    executeMany: (statement, rows) => db.executeMany(statement, rows),
    transaction: (work) => db.transaction(work),
    runMigrationStatement: (text, record) => db.runMigrationStatement(text, record),
    async close() {
      await db.close();
      closed.push(name);
    },
  };
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'open-'));
  opened.splice(0);
  closed.splice(0);
});

afterEach(() => rmSync(directory, { recursive: true }));

describe('the cache of open databases', () => {
  it('opens a location once, even when it is asked for twice at the same time', async () => {
    const cache = createDatabaseCache({ open });
    const [first, second] = await Promise.all([cache.get({ path: 'a' }), cache.get({ path: 'a' })]);
    expect(first).toBe(second);
    expect(opened).toEqual(['a']);
    await cache.close();
    expect(closed).toEqual(['a']);
  });

  it('closes the least recently used when another is opened', async () => {
    const cache = createDatabaseCache({ open, limit: 2 });
    for (const path of ['a', 'b', 'a', 'c']) await cache.get({ path });
    expect(closed).toEqual(['b']);
    await cache.close();
  });

  it('lets a database finish its work before it is closed', async () => {
    const cache = createDatabaseCache({ open, limit: 1 });
    const a = await cache.get({ path: 'a' });
    const work = a.transaction(async (tx) => {
      await new Promise((resolve) => setImmediate(resolve));
      return await tx.query(Row, ONE);
    });
    await cache.get({ path: 'b' });
    expect(await work).toEqual([{ one: 1 }]);
    expect(closed).toEqual(['a']);
    await cache.close();
  });

  it('opens again when the password has changed', async () => {
    const cache = createDatabaseCache({ open });
    const location = { user: 'u', password: 'old', connectString: 's' };
    await cache.get(location);
    await cache.get({ ...location, password: 'new' });
    expect(opened).toEqual(['u:old', 'u:new']);
    expect(closed).toEqual(['u:old']);
    await cache.close();
  });

  it('does not keep a failure', async () => {
    let failures = 0;
    const cache = createDatabaseCache({
      open: async (location) => {
        failures += 1;
        if (failures === 1) throw new Error('not now');
        return await open(location);
      },
    });
    await expect(cache.get({ path: 'a' })).rejects.toThrow('not now');
    const db = await cache.get({ path: 'a' });
    expect(await db.query(Row, ONE)).toEqual([{ one: 1 }]);
    await cache.close();
  });
});

it('a connect string is opened with Oracle, which is loaded then and not asked before the first statement', async () => {
  const db = await openDatabase({ user: 'u', password: 'p', connectString: 'localhost:1/none' });
  expect(db.engine).toBe('oracle');
  await db.close();
});
