import { LruMap } from '../cache/lru-map.ts';
import { stillRuns } from '../clock/still-runs.ts';

/**
 * Until when nothing may be sent to a bucket, which is never longer than the service asked for, though the clock be
 * set back meanwhile. Holds the `most` buckets used last.
 */
export class RateLimits {
  readonly #waits: LruMap<string, { readonly until: number; readonly lengthMs: number }>;

  constructor(most = 1000) {
    this.#waits = new LruMap(most);
  }

  /** Nothing goes to `bucket` for so many milliseconds from `nowMs` (Unix milliseconds). */
  block(bucket: string, lengthMs: number, nowMs: number): void {
    if (this.waitMs([bucket], nowMs) < lengthMs)
      this.#waits.set(bucket, { until: nowMs + lengthMs, lengthMs });
  }

  /** Milliseconds until something may be sent to all of these buckets; 0: now. */
  waitMs(buckets: readonly string[], nowMs: number): number {
    let wait = 0;
    for (const bucket of buckets) {
      const waiting = this.#waits.get(bucket);
      if (waiting === undefined) continue;
      if (stillRuns(waiting.until, nowMs, waiting.lengthMs)) wait = Math.max(wait, waiting.until - nowMs);
      else this.#waits.delete(bucket);
    }
    return wait;
  }

  get size(): number {
    return this.#waits.size;
  }
}
