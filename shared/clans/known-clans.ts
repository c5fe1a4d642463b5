import { stillRuns } from '../clock/still-runs.ts';
import { createCachedLookUp } from './cached-look-up.ts';
import type { ClanIdentity } from './clan-record.ts';
import { ClanRegistryError } from './registry-error.ts';

/** Where the front door finds who a clan is. Both throw `ClanRegistryError`. */
export interface IdentitySource {
  /**
   * Gives the application ids of all clans, each as soon as it is read, and resolves when there are no more. Throws
   * when it could not read them all.
   */
  readonly list: (found: (applicationId: string) => void) => Promise<void>;
  readonly find: (applicationId: string) => Promise<ClanIdentity | undefined>;
}

export interface KnownClansOptions {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** How long an identity is remembered, and how many are, the ones used last. */
  readonly ttlMs: number;
  readonly maxClans: number;
  /** Called for a listing that failed and of a renewal that is answered from memory. */
  readonly onProblem: (message: string, error: unknown) => void;
}

export interface KnownClans {
  /** Whether there is a clan with this application, as far as was listed or found. Asks nobody. */
  has(applicationId: string): boolean;
  /** `undefined`: no such clan. Throws `ClanRegistryError`. */
  find(applicationId: string): Promise<ClanIdentity | undefined>;
}

/** A new clan is accepted within this time. */
const LIST_EVERY_MS = 30_000;
/** Look-ups of ids that nobody listed, while the listing is not whole. */
const MISSES = { count: 5, perMs: 10_000 } as const;
/** A record that could not be read is not read again for so long, however often its id comes. */
const FAILED_MS = 5_000;

/**
 * Who the clans are, kept so that forged ids cost a known clan nothing, in a new process either. The ids of all clans
 * are listed at the start, and again when an id comes that is not among them, at most every 30 s: such an id waits for
 * one listing at most and is never looked up. A listing that failed or is under way is not an empty one: an id that it
 * does not hold is then looked up by name, 5 in 10 s at most.
 */
export function createKnownClans(source: IdentitySource, options: KnownClansOptions): KnownClans {
  const { now, onProblem, ttlMs, maxClans } = options;
  let names = new Set<string>();
  /** Whether the latest listing that ended was whole. */
  let whole = false;
  let underWay: Promise<void> | undefined;
  let listedAt = Number.NEGATIVE_INFINITY;
  /** Found by name since the latest listing began, which may not hold them yet. */
  const foundMeanwhile = new Set<string>();
  const failed = new Map<string, { readonly until: number; readonly error: ClanRegistryError }>();
  let misses: number[] = [];

  async function list(): Promise<void> {
    listedAt = now();
    foundMeanwhile.clear();
    const listed = new Set<string>();
    try {
      await source.list((id) => {
        listed.add(id);
        names.add(id);
      });
      for (const id of foundMeanwhile) listed.add(id);
      names = listed;
      whole = true;
    } catch (error) {
      whole = false;
      onProblem('The clans could not be listed', error);
    }
  }

  function startListing(): void {
    underWay = list().finally(() => {
      underWay = undefined;
    });
  }

  const inMemory = createCachedLookUp(source.find, {
    now,
    ttlMs,
    maxClans,
    onStale: (error) => onProblem('A clan record could not be renewed', error),
  });

  async function lookUp(id: string): Promise<ClanIdentity | undefined> {
    const failure = failed.get(id);
    if (failure !== undefined && stillRuns(failure.until, now(), FAILED_MS)) throw failure.error;
    failed.delete(id);
    try {
      const identity = await inMemory(id);
      if (identity === undefined) names.delete(id);
      else {
        names.add(id);
        foundMeanwhile.add(id);
      }
      return identity;
    } catch (error) {
      if (error instanceof ClanRegistryError && names.has(id))
        failed.set(id, { until: now() + FAILED_MS, error });
      throw error;
    }
  }

  function spendMiss(): boolean {
    misses = misses.filter((time) => stillRuns(time + MISSES.perMs, now(), MISSES.perMs));
    if (misses.length >= MISSES.count) return false;
    misses.push(now());
    return true;
  }

  startListing();
  return {
    has: (id) => names.has(id),
    async find(id) {
      if (names.has(id)) return lookUp(id);
      if (underWay === undefined && !stillRuns(listedAt + LIST_EVERY_MS, now(), LIST_EVERY_MS))
        startListing();
      if (underWay !== undefined) {
        if (!whole && spendMiss()) return lookUp(id);
        await underWay;
        if (names.has(id)) return lookUp(id);
      }
      return !whole && spendMiss() ? lookUp(id) : undefined;
    },
  };
}
