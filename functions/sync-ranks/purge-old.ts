import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import { purgeGuards } from '../../shared/guards/hourly-guard.ts';
import { purgeChallenges } from '../../shared/members/link-challenge.ts';
import { purgeReverts } from '../../shared/points/revert-store.ts';

/**
 * Removes rows that are good for a while only, once an hour: hourly limits, codes of links, previews of a revert. What ends
 * within minutes is removed with each delivery (`deliver-outbox`); everything else in the schema is the clan's history.
 */
export async function purgeOld({ db, now }: Pick<ClanContext, 'db' | 'now'>): Promise<void> {
  await purgeGuards(db, now());
  await purgeChallenges(db, now());
  await purgeReverts(db, now());
}
