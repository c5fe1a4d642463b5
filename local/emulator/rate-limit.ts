/** How many requests a bucket takes per window. */
export interface Limit {
  readonly max: number;
  readonly perMs: number;
}

export interface LimitState {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until the window ends. */
  readonly resetMs: number;
  readonly exceeded: boolean;
}

const PRUNE_AT = 1_000;

/** Fixed windows per bucket, as both services' headers describe them. */
export class EmulatedRateLimits {
  readonly #windows = new Map<string, { start: number; used: number; perMs: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one request against the bucket. */
  take(bucket: string, limit: Limit): LimitState {
    const now = this.#now();
    let window = this.#windows.get(bucket);
    if (window === undefined || now >= window.start + window.perMs) {
      if (this.#windows.size >= PRUNE_AT) this.#prune(now);
      window = { start: now, used: 0, perMs: limit.perMs };
      this.#windows.set(bucket, window);
    }
    const exceeded = window.used >= limit.max;
    if (!exceeded) window.used += 1;
    return {
      limit: limit.max,
      remaining: limit.max - window.used,
      resetMs: window.start + window.perMs - now,
      exceeded,
    };
  }

  #prune(now: number): void {
    for (const [bucket, window] of this.#windows)
      if (now >= window.start + window.perMs) this.#windows.delete(bucket);
  }
}
