import type { ClanIdentity } from '../../shared/clans/clan-record.ts';
import { purgeClaims } from '../../shared/commands/claim.ts';
import { purgeCooldowns } from '../../shared/commands/cooldown.ts';
import { purgeDrafts } from '../../shared/events/draft.ts';
import type { JobAnswer, JobCall } from '../../shared/fn/job.ts';
import { purgeOutbox } from '../../shared/outbox/purge.ts';
import { type DeliverServices, endFailed } from './end-failed.ts';

/** What one clan may take of a run, so that a clan whose services are slow does not take it all. */
const CLAN_MS = 20_000;
const CLAN_ROWS = 200;

/**
 * `{job: 'deliver-outbox'}`: ends interactions whose function failed, then performs what is due in every clan and
 * removes what is long finished. With `clan` in the body only there. A clan that fails does not keep the others
 * from their turn; which one is first changes with every minute, for a run that does not get through.
 */
export async function deliverOutbox(call: JobCall, services: DeliverServices): Promise<JobAnswer> {
  const { registry, clan, now, log } = call;
  const ended = clan === undefined ? await endFailed(call, services) : 0;
  const all = await registry.identities();
  const wanted = clan === undefined ? inTurn(all, now()) : all.filter((identity) => identity.clan === clan);
  let [clans, performed, failed] = [0, 0, 0];
  for (const identity of wanted) {
    if (now() >= call.deadline) break;
    clans += 1;
    try {
      performed += await deliverClan(call, identity);
    } catch (error) {
      failed += 1;
      log.error('What is due in a clan could not be delivered', { clan: identity.clan, error });
    }
  }
  return { clans, performed, failed, ended };
}

async function deliverClan(call: JobCall, identity: ClanIdentity): Promise<number> {
  const { now, openClan, deliver } = call;
  const runtime = await openClan(identity);
  const deadline = Math.min(call.deadline, now() + CLAN_MS);
  const performed = await deliver(runtime, { limit: CLAN_ROWS, deadline });
  await purgeOutbox(runtime.db, now());
  await purgeClaims(runtime.db, now());
  await purgeCooldowns(runtime.db, now());
  await purgeDrafts(runtime.db, now());
  return performed;
}

/**
 * Another clan is first each minute, and the next ones are those a step of the golden ratio away: so a run that a few slow
 * clans keep from getting through has still seen clans from everywhere, and nobody waits behind the same ones each time.
 */
function inTurn(identities: readonly ClanIdentity[], now: number): readonly ClanIdentity[] {
  const count = identities.length;
  const minute = Math.floor(now / 60_000);
  const step = stepOf(count);
  return identities.flatMap((_, index) => identities[(minute + index * step) % count] ?? []);
}

/** Without a common divisor, so that every clan has its turn. */
function stepOf(count: number): number {
  let step = Math.max(1, Math.ceil(count * 0.618));
  while (commonDivisor(step, count) > 1) step += 1;
  return step;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
