import type { CacheOptions } from '../clans/cached-look-up.ts';

/**
 * How functions remember clan records: a rotated secret is seen within 3 minutes without a restart. About 1 KB a
 * clan.
 */
export const RECORD_CACHE = { ttlMs: 3 * 60_000, maxClans: 500 } as const satisfies Partial<CacheOptions>;
