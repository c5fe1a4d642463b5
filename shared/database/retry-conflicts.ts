import { setTimeout } from 'node:timers/promises';
import { retry } from '../retry/retry.ts';
import { ConflictError, DatabaseError } from './errors.ts';

/** How a database waits; a test passes its own. */
export interface ConflictRetryOptions {
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
}

export const DEFAULT_CONFLICT_RETRY: ConflictRetryOptions = {
  pause: (ms) => setTimeout(ms),
  random: Math.random,
};

const RETRIES = 5;

/**
 * Runs `attempt` again after a `ConflictError` or a deadlock (ORA-00060), up to 5 times with a short, growing,
 * jittered pause. Throws `DatabaseError` 'busy' when the last one lost its race too.
 */
export async function retryConflicts<T>(
  attempt: () => Promise<T>,
  pausing: ConflictRetryOptions,
): Promise<T> {
  return retry(attempt, {
    sleep: pausing.pause,
    pauseAfter(error, made) {
      if (!lostRace(error)) return undefined;
      if (made <= RETRIES) return (10 * made - 5) * (0.5 + pausing.random());
      const message = `Others kept changing the same rows; nothing was changed after ${made} attempts.`;
      throw new DatabaseError('busy', message, { cause: error });
    },
  });
}

function lostRace(error: unknown): boolean {
  return (
    error instanceof ConflictError || (error instanceof DatabaseError && error.engineCode === 'ORA-00060')
  );
}
