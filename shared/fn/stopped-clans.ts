import { LruMap } from '../cache/lru-map.ts';
import { isStoppedClan } from '../clans/stopped-clans.ts';
import { stillRuns } from '../clock/still-runs.ts';
import type { Environment } from '../platform/environment.ts';

/** A look at the disk takes a thirtieth of what a command takes to be acknowledged. */
const LOOK_EVERY_MS = 1_000;
const MAX_CLANS = 256;

/**
 * Tells which clans are not served, since what they are set up with cannot be used: on one machine only. One that is
 * served is believed to be for a second; one that is stopped is served again at once.
 */
export function stoppedClans(
  { registry, dataDir }: Pick<Environment, 'registry' | 'dataDir'>,
  now: () => number = Date.now,
): (clan: string) => boolean {
  if (registry.kind !== 'files') return () => false;
  const servedUntil = new LruMap<string, number>(MAX_CLANS);
  return (clan) => {
    const until = servedUntil.get(clan);
    if (until !== undefined && stillRuns(until, now(), LOOK_EVERY_MS)) return false;
    const isStopped = isStoppedClan(dataDir, clan);
    if (!isStopped) servedUntil.set(clan, now() + LOOK_EVERY_MS);
    return isStopped;
  };
}
