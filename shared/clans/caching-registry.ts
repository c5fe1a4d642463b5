import { type CachedLookUp, type CacheOptions, createCachedLookUp } from './cached-look-up.ts';
import type { ClanIdentity, ClanRecord, ClanRegistry } from './clan-record.ts';

export type { CacheOptions };

/**
 * Remembers what a registry answered for `ttlMs`, for at most `maxClans` clans, so that a request costs no
 * look-up and a rotated secret is seen within minutes. A record whose time is over still serves while the
 * registry fails.
 */
export function createCachingRegistry(registry: ClanRegistry, options: CacheOptions): ClanRegistry {
  const identities: CachedLookUp<ClanIdentity> = createCachedLookUp((id) => registry.identity(id), options);
  const records: CachedLookUp<ClanRecord> = createCachedLookUp((id) => registry.record(id), options);
  const byClan: CachedLookUp<ClanRecord> = createCachedLookUp((clan) => registry.recordOfClan(clan), options);
  return {
    identity: identities,
    record: records,
    recordOfClan: byClan,
    identities: () => registry.identities(),
  };
}
