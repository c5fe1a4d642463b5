/** How much a cache of look-ups keeps, and for how long. */
export interface CacheOptions {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly ttlMs: number;
  readonly maxClans: number;
  /** How many look-ups of ids that are not in memory may start within `perMs`; none: no limit. */
  readonly missBudget?: { readonly count: number; readonly perMs: number };
  /** Told when a failed look-up is answered from memory. */
  readonly onStale?: (error: unknown) => void;
}

/** `undefined`: unknown. Throws what the look-up threw, when nothing is in memory that could serve. */
export type CachedLookUp<T> = (key: string) => Promise<T | undefined>;

/** After a failed renewal the old value serves this long before the next attempt. */
const RETRY_MS = 15_000;

/**
 * A look-up that remembers what it found, the `maxClans` used last. What was not found is not remembered. `given`:
 * what is in memory from the start.
 */
export function createCachedLookUp<T>(
  lookUp: CachedLookUp<T>,
  options: CacheOptions,
  given: Iterable<readonly [string, T]> = [],
): CachedLookUp<T> {
  const { now, ttlMs, maxClans, missBudget, onStale } = options;
  const known = new Map<string, { value: T; until: number }>();
  /** When the latest misses were looked up; never longer than the budget. */
  let misses: number[] = [];

  function remember(key: string, value: T, until: number): void {
    known.delete(key);
    known.set(key, { value, until });
    for (const oldest of known.keys()) {
      if (known.size <= maxClans) break;
      known.delete(oldest);
    }
  }

  function spendMiss(): boolean {
    if (missBudget === undefined) return true;
    misses = misses.filter((time) => time > now() - missBudget.perMs);
    if (misses.length >= missBudget.count) return false;
    misses.push(now());
    return true;
  }

  for (const [key, value] of given) remember(key, value, now() + ttlMs);

  return async (key) => {
    const entry = known.get(key);
    if (entry !== undefined && entry.until > now()) {
      remember(key, entry.value, entry.until);
      return entry.value;
    }
    if (entry === undefined && !spendMiss()) return undefined;
    try {
      const value = await lookUp(key);
      if (value === undefined) known.delete(key);
      else remember(key, value, now() + ttlMs);
      return value;
    } catch (error) {
      if (entry === undefined) throw error;
      onStale?.(error);
      remember(key, entry.value, now() + RETRY_MS);
      return entry.value;
    }
  };
}
