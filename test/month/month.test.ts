import { expect, it } from 'vitest';
import { playMonth } from './run-month.ts';

/** `MONTH_SEED=<n>` plays another; `npm run month -- --seed <n> --story` shows a whole one. */
const SEED = Number(process.env['MONTH_SEED'] ?? 1);

it('two weeks of two clans leave reports, sums and roles as a model has them', async () => {
  const { wrong, reports, kills } = await playMonth(SEED, 15);
  expect(wrong).toEqual([]);
  expect(reports).toBe(2);
  expect(kills).toBeGreaterThan(0);
}, 120_000);
