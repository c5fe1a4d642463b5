import { LruMap } from '../cache/lru-map.ts';
import { stillRuns } from '../clock/still-runs.ts';

/** How much a cache of look-ups keeps, and for how long. */
export interface CacheOptions {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly ttlMs: number;
  readonly maxClans: number;
  /** Called when a failed look-up is answered from memory. */
  readonly onStale?: (error: unknown) => void;
}

/** `undefined`: unknown. Throws what the look-up threw, when nothing is in memory that could serve. */
export type CachedLookUp<T> = (key: string) => Promise<T | undefined>;

/** After a failed renewal the old value serves this long before the next attempt. */
const RETRY_MS = 15_000;

/** A look-up that remembers what it found, the `maxClans` used last. What was not found is not remembered. */
export function createCachedLookUp<T>(lookUp: CachedLookUp<T>, options: CacheOptions): CachedLookUp<T> {
  const { now, ttlMs, maxClans, onStale } = options;
  const known = new LruMap<string, { value: T; until: number }>(maxClans);

  return async (key) => {
    const entry = known.get(key);
    if (entry !== undefined && stillRuns(entry.until, now(), Math.max(ttlMs, RETRY_MS))) return entry.value;
    try {
      const value = await lookUp(key);
      if (value === undefined) known.delete(key);
      else known.set(key, { value: value, until: now() + ttlMs });
      return value;
    } catch (error) {
      if (entry === undefined) throw error;
      onStale?.(error);
      known.set(key, { value: entry.value, until: now() + RETRY_MS });
      return entry.value;
    }
  };
}
