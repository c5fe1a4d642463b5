import type { Job } from '../../shared/fn/job.ts';

const WARM_UP = JSON.stringify({ warm: true });
/** At most one call a function is under way; all are sent within a few of these. */
const TIMEOUT_MS = 10_000;
const AT_ONCE = 8;

/**
 * Sends each of these functions a warm-up envelope, which does nothing but load. Detached: how long a cold start
 * takes is nobody's waiting time. One instance of each is kept warm by it, which covers one interaction at a time.
 */
export function warm(names: readonly string[]): Job {
  return async ({ environment, invoke, deadline, now, log }) => {
    const known = names.filter((name) => environment.functionId(name) !== undefined);
    let warmed = 0;
    for (let from = 0; from < known.length && now() < deadline; from += AT_ONCE) {
      const some = known.slice(from, from + AT_ONCE);
      const outcomes = await Promise.all(
        some.map((name) => invoke(name, WARM_UP, { type: 'detached', timeoutMs: TIMEOUT_MS })),
      );
      for (const [index, outcome] of outcomes.entries()) {
        if (outcome.kind === 'accepted') warmed += 1;
        else log.warning('A function could not be warmed', { function: some[index], reason: outcome.reason });
      }
    }
    return { warmed, of: known.length };
  };
}
