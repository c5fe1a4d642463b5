import { expect, it } from 'vitest';
import { sweep } from './every-point.ts';
import { KINDS } from './kinds.ts';
import { runStorm } from './run-storm.ts';

/** `STORM_SEED=<n>` repeats from there; `npm run storm -- --runs 1 --seed <n>` shows one with its story. */
const FIRST = Number(process.env['STORM_SEED'] ?? 1);
const RUNS = 200;
/** Of the points at which a process may die, one in so many here; `npm run storm -- --points` takes all. */
const STEP = 40;

it('200 storms leave sums that equal the ledger, every decision and effect once, and every interaction ended', async () => {
  const wrong: string[] = [];
  for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) {
    const storm = await runStorm(seed);
    wrong.push(...storm.wrong.map((line) => `seed ${seed}: ${line}`));
  }
  expect(wrong).toEqual([]);
}, 300_000);

it(`whatever changes a clan is done whole or not at all when its process dies (one point in ${STEP}, from ${FIRST})`, async () => {
  const wrong: string[] = [];
  for (const [index, name] of Object.keys(KINDS).entries()) {
    const swept = await sweep(name, { first: 1 + ((FIRST + index * 7) % STEP), step: STEP });
    wrong.push(...swept.wrong);
  }
  expect(wrong).toEqual([]);
}, 300_000);
