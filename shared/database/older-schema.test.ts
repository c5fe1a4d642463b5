import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Database, sql } from './database.ts';
import { unlessOlder } from './older-schema.ts';
import { openSqlite } from './sqlite.ts';

let db: Database;
beforeEach(async () => {
  db = await openSqlite(':memory:');
  await db.runMigrationStatement(
    'CREATE TABLE medals (medal_id VARCHAR2(32) NOT NULL)',
    async () => undefined,
  );
});
afterEach(() => db.close());

const ADD = sql`INSERT INTO medals (medal_id) VALUES ('gold')`;
const NOT_MADE = sql`DELETE FROM ribbons`;
const COUNT = sql`SELECT COUNT(*) AS how_many FROM medals`;

it('a statement about a table that is not made yet gives the default, and the transaction goes on', async () => {
  const removed = await db.transaction(async (tx) => {
    await tx.execute(ADD);
    const count = await unlessOlder(() => tx.execute(NOT_MADE), 0);
    await tx.execute(ADD);
    return count;
  });
  expect(removed).toBe(0);
  expect(await db.query(z.object({ how_many: z.int() }), COUNT)).toEqual([{ how_many: 2 }]);
});

it('any other failure stays one', async () => {
  const broken = sql`INSERT INTO medals (medal_id) VALUES (NULL)`;
  await expect(unlessOlder(() => db.execute(broken), 0)).rejects.toMatchObject({ code: 'constraint' });
});
