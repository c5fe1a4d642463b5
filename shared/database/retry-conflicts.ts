import { setTimeout } from 'node:timers/promises';
import { ConflictError, DatabaseError } from './errors.ts';

/** How a database waits; a test passes its own. */
export interface Pausing {
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  readonly random: () => number;
}

export const DEFAULT_PAUSING: Pausing = {
  pause: (ms) => setTimeout(ms),
  random: Math.random,
};

const RETRIES = 5;

/**
 * Runs `attempt` again after a `ConflictError` or a deadlock (ORA-00060), up to 5 times with a short, growing,
 * jittered pause. Throws `DatabaseError` 'busy' when the last one lost its race too.
 */
export async function retryConflicts<T>(attempt: () => Promise<T>, pausing: Pausing): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!lostRace(error)) throw error;
      if (retry === RETRIES) {
        throw new DatabaseError(
          'busy',
          `Others kept changing the same rows; nothing was changed after ${RETRIES + 1} attempts.`,
          {
            cause: error,
          },
        );
      }
      await pausing.pause((5 + 10 * retry) * (0.5 + pausing.random()));
    }
  }
}

function lostRace(error: unknown): boolean {
  return (
    error instanceof ConflictError || (error instanceof DatabaseError && error.engineCode === 'ORA-00060')
  );
}
