import { expect, it } from 'vitest';
import { runStorm } from './run-storm.ts';

/** `STORM_SEED=<n>` repeats from there; `npm run storm -- --runs 1 --seed <n>` shows one with its story. */
const FIRST = Number(process.env['STORM_SEED'] ?? 1);
const RUNS = 200;

it('200 storms leave sums that equal the ledger, every decision and effect once, and every interaction ended', async () => {
  const wrong: string[] = [];
  for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) {
    const storm = await runStorm(seed);
    wrong.push(...storm.wrong.map((line) => `seed ${seed}: ${line}`));
  }
  expect(wrong).toEqual([]);
}, 300_000);
