import { expect, it } from 'vitest';
import { stillRuns } from './still-runs.ts';

const NOW = 1_790_000_000_000;

it.each([
  ['its end is still to come', NOW + 1, true],
  ['its end is its whole length away', NOW + 60_000, true],
  ['another process, whose clock is a little ahead, began it', NOW + 61_000, true],
  ['its end has come', NOW, false],
  ['its end was long ago, since the clock was set forward', NOW - 3_600_000, false],
  ['its end is further away than it is long, since the clock was set back', NOW + 3_600_000, false],
])('when %s', (_, until, expected) => {
  expect(stillRuns(until, NOW, 60_000)).toBe(expected);
});
