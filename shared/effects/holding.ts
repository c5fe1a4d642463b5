import type { Logger } from '../log/logger.ts';
import { LEASE_MS } from '../outbox/outbox-store.ts';

/** Twice within a lease, and once more. */
const RENEWED_EVERY_MS = LEASE_MS / 3;

/** Calls `run` every so many milliseconds until what it returns is called. */
export type Every = (ms: number, run: () => void) => () => void;

const everyMs: Every = (ms, run) => {
  const timer = setInterval(run, ms);
  return () => clearInterval(timer);
};

/**
 * Does work that may take longer than the lease on its rows, and renews that meanwhile. A renewal that fails is logged; the
 * next one may succeed, and a lease that ran out is noticed when the rows are finished. Leaves nothing running.
 */
export async function holding<T>(
  { log }: { readonly log: Logger },
  renew: () => Promise<unknown>,
  work: () => Promise<T>,
  every: Every = everyMs,
): Promise<T> {
  let renewal = Promise.resolve();
  const stop = every(RENEWED_EVERY_MS, () => {
    renewal = renewal.then(async () => {
      try {
        await renew();
      } catch (error) {
        log.info('The lease on effects could not be renewed', { error });
      }
    });
  });
  try {
    return await work();
  } finally {
    stop();
    await renewal;
  }
}
