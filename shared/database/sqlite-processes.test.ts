import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { sql } from './database.ts';
import { openSqlite } from './sqlite.ts';

const PROCESSES = 4;
const INCREMENTS = 150;
const Counter = z.object({ amount: z.int() });

/** Each process reads the counter and writes it back only if nobody was faster, again and again. */
const PROGRAM = `
import { openSqlite } from '${import.meta.dirname}/sqlite.ts';
import { sql } from '${import.meta.dirname}/database.ts';
import { ConflictError } from '${import.meta.dirname}/errors.ts';
import * as z from '${import.meta.resolve('zod/mini')}';
const Counter = z.object({ amount: z.int() });
const db = await openSqlite(process.argv[2]);
for (let step = 0; step < ${INCREMENTS}; step += 1) {
  await db.transaction(async (tx) => {
    const [{ amount }] = await tx.query(Counter, sql\`SELECT amount FROM counters\`);
    await new Promise((resolve) => setImmediate(resolve));
    const changed = await tx.execute(sql\`UPDATE counters SET amount = :amount + 1 WHERE amount = :amount\`, { amount });
    if (changed === 0) throw new ConflictError('somebody was first');
  });
}
await db.close();
`;

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'processes-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

it('four processes that change one row at the same time lose no change', async () => {
  const path = join(directory, 'data.db');
  const program = join(directory, 'increment.ts');
  writeFileSync(program, PROGRAM);
  const db = await openSqlite(path);
  await db.runMigrationStatement('CREATE TABLE counters (amount NUMBER(10) NOT NULL)');
  await db.execute(sql`INSERT INTO counters (amount) VALUES (0)`);

  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const outcomes = await Promise.all(
    Array.from({ length: PROCESSES }, async () => {
      const child = spawn(process.execPath, [...flags, program, path], { stdio: 'inherit' });
      const [code] = await once(child, 'exit');
      return code;
    }),
  );

  expect(outcomes).toEqual(Array(PROCESSES).fill(0));
  expect(await db.query(Counter, sql`SELECT amount FROM counters`)).toEqual([
    { amount: PROCESSES * INCREMENTS },
  ]);
  await db.close();
});
