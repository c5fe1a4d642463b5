// Started by old-build.ts: `latency-run.ts TREE MS` runs the counted commands of the project in TREE, each statement
// taking MS milliseconds, and writes as JSON how long each command took and how much of that in the database.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import type { Database, Queryable } from '../../shared/database/database.ts';

const RoundTrips = z.object({
  countCommands: z.custom<
    (wrap: (db: Database) => Database) => Promise<readonly { name: string; trips: readonly string[] }[]>
  >((value) => typeof value === 'function'),
});

interface Trip {
  readonly from: number;
  readonly to: number;
}

/** Round trips one after the other, as over one connection. An array bind is one, a COMMIT is one, a BEGIN none. */
function withLatency(db: Database, ms: number, trips: Trip[]): Database {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => {});
    return mine;
  };
  const trip = async <T>(work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    await setTimeout(ms);
    try {
      return await work();
    } finally {
      trips.push({ from, to: performance.now() });
    }
  };
  const waiting = (target: Queryable, around: typeof inTurn): Queryable => ({
    query: (row, statement, binds) => around(() => trip(() => target.query(row, statement, binds))),
    execute: (statement, binds) => around(() => trip(() => target.execute(statement, binds))),
    executeMany: (statement, rows) =>
      rows.length === 0
        ? target.executeMany(statement, rows)
        : around(() => trip(() => target.executeMany(statement, rows))),
  });
  return {
    engine: db.engine,
    ...waiting(db, inTurn),
    transaction: (work) =>
      inTurn(() =>
        db.transaction(async (tx) => {
          const before = trips.length;
          const result = await work(waiting(tx, (statement) => statement()));
          if (trips.length > before) await trip(async () => {});
          return result;
        }),
      ),
    runMigrationStatement: (text, record) => db.runMigrationStatement(text, record),
    close: () => db.close(),
  };
}

const [, , tree = '.', ms = '5'] = process.argv;
const { countCommands } = RoundTrips.parse(
  await import(pathToFileURL(join(tree, 'test/bench/round-trips.ts')).href),
);
// Once without waiting, so that what is measured is compiled.
await countCommands((db) => db);
const taken: Trip[][] = [];
const counted = await countCommands((db) => {
  const trips: Trip[] = [];
  taken.push(trips);
  return withLatency(db, Number(ms), trips);
});
const lines = counted.map(({ name, trips }, index) => {
  // Those before belong to the command that warmed the function.
  const own = (taken[index] ?? []).slice(-trips.length);
  const elapsedMs = Math.max(...own.map(({ to }) => to)) - Math.min(...own.map(({ from }) => from));
  const databaseMs = own.reduce((sum, { from, to }) => sum + to - from, 0);
  return { name, trips: trips.length, elapsedMs, databaseMs };
});
process.stdout.write(`${JSON.stringify(lines)}\n`);
