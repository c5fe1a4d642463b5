import { stillRuns } from '../../shared/clock/still-runs.ts';
import type { Logger } from '../../shared/log/logger.ts';
import type { FindFunctionId } from '../../shared/platform/function-ids.ts';
import type { Invoke } from '../../shared/platform/invoke.ts';

/** A second less than a minute, so that a monitor that asks every minute never falls just short. */
const DELIVER_EVERY_MS = 59_000;
const WARM_EVERY_MS = 3 * 60_000 - 1_000;
const TIMEOUT_MS = 5_000;

/**
 * What the monitor's call sets off, in this process at most: one detached `deliver-outbox` a minute, one `warm`
 * every 3 minutes. A job whose id this function was not given (`keep_warm` = front-door) is left out. Resolves
 * when both are handed over, since nothing runs after the response.
 */
export function createHealth({
  functionId,
  invoke,
  now,
  log,
}: {
  readonly functionId: FindFunctionId;
  readonly invoke: Invoke;
  readonly now: () => number;
  readonly log: Logger;
}): () => Promise<void> {
  const last = new Map<string, number>();

  async function trigger(job: string, everyMs: number): Promise<void> {
    if (functionId(job) === undefined) return;
    const before = last.get(job);
    if (before !== undefined && stillRuns(before + everyMs, now(), everyMs)) return;
    last.set(job, now());
    const body = JSON.stringify({ job });
    const outcome = await invoke(job, body, { type: 'detached', timeoutMs: TIMEOUT_MS });
    if (outcome.kind !== 'accepted') log.error('A job could not be started', { job, reason: outcome.reason });
  }

  return async () => {
    await Promise.all([trigger('deliver-outbox', DELIVER_EVERY_MS), trigger('warm', WARM_EVERY_MS)]);
  };
}
