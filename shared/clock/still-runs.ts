/**
 * How far apart the clocks of two processes may be, and by how much a clock is corrected without being seen as set
 * back, in milliseconds.
 */
const SKEW_MS = 5_000;

/**
 * Whether what lasts `lengthMs` and ends at `until` still runs at `now` (Unix milliseconds). It never runs longer than
 * its own length: an end that is further away, by more than 5 s, was written before the clock was set back, and is over.
 */
export function stillRuns(until: number, now: number, lengthMs: number): boolean {
  return until > now && until <= latestEnd(now, lengthMs);
}

/** The latest time at which something of this length can end that was begun by now; a later end is over already. */
export function latestEnd(now: number, lengthMs: number): number {
  return now + lengthMs + SKEW_MS;
}
