import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { RanksFile } from '../../shared/clans/ranks-file.ts';
import type { Rank } from '../../shared/ranks/rank.ts';
import { waitingChange } from '../../shared/settings/waiting-change.ts';

/** `basis` is what the clan's ranks were when the proposal was shown: `fingerprint`. */
const Proposal = z.object({ id: z.string(), ranks: RanksFile, basis: z.string() });

/** Ranks that wait for the Apply button. */
export const PROPOSED_RANKS = waitingChange('ranks-setup', Proposal);

/** Tells whether the clan's ranks are still those that somebody was shown. */
export function fingerprint(ranks: readonly Rank[]): string {
  return createHash('sha256').update(JSON.stringify(ranks)).digest('hex');
}
