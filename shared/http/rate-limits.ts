/** Until when nothing may be sent to a bucket. Holds at most `most` buckets; the oldest is forgotten first. */
export class RateLimits {
  readonly #until = new Map<string, number>();
  readonly #most: number;

  constructor(most = 1000) {
    this.#most = most;
  }

  /** Nothing goes to `bucket` before `untilMs` (Unix milliseconds). */
  block(bucket: string, untilMs: number): void {
    const known = this.#until.get(bucket) ?? 0;
    this.#until.delete(bucket);
    this.#until.set(bucket, Math.max(known, untilMs));
    for (const oldest of this.#until.keys()) {
      if (this.#until.size <= this.#most) break;
      this.#until.delete(oldest);
    }
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
