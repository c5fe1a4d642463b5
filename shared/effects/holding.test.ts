import { expect, it } from 'vitest';
import { createLogger } from '../log/create-logger.ts';
import { LEASE_MS } from '../outbox/outbox-store.ts';
import { holding } from './holding.ts';

/** A clock that a test turns: `turn` runs what is to be done again and again. */
function clock() {
  const runs = new Set<() => void>();
  const lengths: number[] = [];
  return {
    lengths,
    turn: () => {
      for (const run of runs) run();
    },
    isRunning: () => runs.size > 0,
    every: (ms: number, run: () => void) => {
      lengths.push(ms);
      runs.add(run);
      return () => runs.delete(run);
    },
  };
}

it('renews a lease while work goes on, and leaves nothing running after it', async () => {
  const { lengths, turn, isRunning, every } = clock();
  const log = createLogger({ level: 'none' });
  const lines: string[] = [];
  const slow = Promise.withResolvers<void>();
  const renew = async () => {
    lines.push('renewing');
    await slow.promise;
    lines.push('renewed');
  };
  const work = async () => {
    turn();
    setImmediate(() => slow.resolve());
    return 'done';
  };
  expect(await holding({ log }, renew, work, every)).toBe('done');
  expect([lines, isRunning()]).toEqual([['renewing', 'renewed'], false]);
  expect(lengths[0]).toBeLessThan(LEASE_MS / 2);
});

it('goes on when a renewal fails, and stops renewing when work fails', async () => {
  const { turn, isRunning, every } = clock();
  const lines: string[] = [];
  const log = createLogger({ write: (line) => void lines.push(line) });
  const renew = () => Promise.reject(new Error('the database is away'));
  const work = async () => {
    turn();
    throw new Error('the work failed');
  };
  await expect(holding({ log }, renew, work, every)).rejects.toThrow('the work failed');
  expect([lines.join().includes('could not be renewed'), isRunning()]).toEqual([true, false]);
});
