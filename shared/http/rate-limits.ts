import { LruMap } from '../cache/lru-map.ts';

/** Until when nothing may be sent to a bucket. Holds the `most` buckets used last. */
export class RateLimits {
  readonly #until: LruMap<string, number>;

  constructor(most = 1000) {
    this.#until = new LruMap(most);
  }

  /** Nothing goes to `bucket` before `untilMs` (Unix milliseconds). */
  block(bucket: string, untilMs: number): void {
    this.#until.set(bucket, Math.max(this.#until.get(bucket) ?? 0, untilMs));
  }

  /** Milliseconds until something may be sent to all of these buckets; 0: now. */
  waitMs(buckets: readonly string[], nowMs: number): number {
    let wait = 0;
    for (const bucket of buckets) {
      const left = (this.#until.get(bucket) ?? 0) - nowMs;
      if (left > 0) wait = Math.max(wait, left);
      else this.#until.delete(bucket);
    }
    return wait;
  }

  get size(): number {
    return this.#until.size;
  }
}
