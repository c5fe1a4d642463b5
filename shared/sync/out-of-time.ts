import { ServiceError } from '../http/service-error.ts';
import { retry } from '../retry/retry.ts';

const LEAST_WAIT_MS = 1_000;

/** The time of this run is up; what is left is for the next one. */
export class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

/**
 * Makes a call again after the wait that Roblox or Discord asks for, as long as the run has time. A long run reaches the
 * limit of 300 calls a minute; that is no failure. Throws `OutOfTimeError` at the deadline (Unix milliseconds), and what
 * passes by itself is for the next run then too.
 */
export function retryUntil(options: {
  readonly now: () => number;
  readonly deadline: number;
  readonly sleep: (ms: number) => Promise<void>;
}): <T>(work: () => Promise<T>) => Promise<T> {
  const { now, deadline, sleep } = options;

  function pauseAfter(error: unknown): number | undefined {
    if (!(error instanceof ServiceError) || !isLimit(error)) return undefined;
    const wait = Math.max(LEAST_WAIT_MS, error.retryAfterMs ?? 0);
    if (now() + wait < deadline) return wait;
    throw new OutOfTimeError('the service asks to wait longer than this run has');
  }

  return (work) =>
    retry(
      async () => {
        if (now() >= deadline) throw new OutOfTimeError('the time of this run is up');
        return work();
      },
      { pauseAfter, sleep },
    );
}

/** A 429, or a call that was not made because the limit of the last one is not over yet. A pause is no limit. */
function isLimit({ status, retryAfterMs, pause }: ServiceError): boolean {
  return status === 429 || (status === 0 && retryAfterMs !== undefined && pause === undefined);
}
