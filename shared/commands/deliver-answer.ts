import { stillRuns } from '../clock/still-runs.ts';
import type { ClanContext, ClanRuntime } from '../context/clan-runtime.ts';
import { deliverDue, deliverEffects } from '../effects/deliver.ts';
import type { Logger } from '../log/logger.ts';
import { replyId } from '../outbox/effect.ts';
import { isDue, isHeld } from '../outbox/outbox-store.ts';
import type { CommandServices } from './services.ts';

/** How long the member waits for the effects of their change before the reply says what is still to be done. */
const EFFECTS_MS = 10_000;
/** What else is due in the clan is looked after for so long, and so many rows. */
const OTHERS_MS = 3_000;
const OTHERS_LIMIT = 10;
/** Kept free at the end of an invocation, for the reply. */
const RESERVE_MS = 5_000;

/** Another delivery may be performing one of our effects at this moment; the reply waits that long for it. */
const HELD_MS = 3_000;
const LOOK_AGAIN_MS = 100;

export interface AfterCommit {
  readonly interactionId: string;
  readonly services: Pick<CommandServices, 'performers' | 'now' | 'random' | 'sleep'>;
  readonly log: Logger;
  /** When the invocation has to be over, in Unix milliseconds. */
  readonly deadline: number;
}

/**
 * Performs the effects of a committed change, then its reply, which shows how they went, then some of what else
 * is due in the clan. Never throws: what is not done stays due, and the next delivery run does it.
 */
export async function deliverAnswer(
  runtime: ClanRuntime,
  effectIds: readonly string[],
  after: AfterCommit,
): Promise<void> {
  const { performers } = after.services;
  await withoutThrowing(after, async () => {
    const deadline = deadlineWithin(after, EFFECTS_MS);
    const skipped = await deliverEffects(contextOf(runtime, after), effectIds, { performers, deadline });
    await waitWhileHeld(runtime, skipped, after);
    const reply = [replyId(after.interactionId)];
    await deliverEffects(contextOf(runtime, after), reply, { performers, deadline: after.deadline });
    await deliverOthers(runtime, after);
  });
}

/**
 * The same for an interaction that another delivery has handled: sends its reply when that was lost, which is when
 * the other one is not at work on it any more.
 */
export async function deliverLostAnswer(runtime: ClanRuntime, after: AfterCommit): Promise<void> {
  const { performers, now } = after.services;
  await withoutThrowing(after, async () => {
    const reply = replyId(after.interactionId);
    if (await isDue(runtime.db, reply, now())) {
      await deliverEffects(contextOf(runtime, after), [reply], {
        performers,
        deadline: after.deadline,
      });
    }
    await deliverOthers(runtime, after);
  });
}

/** Waits for effects that somebody else is performing, so that the reply can tell how they ended. */
async function waitWhileHeld(
  { db }: ClanRuntime,
  effectIds: readonly string[],
  { services }: AfterCommit,
): Promise<void> {
  const { now, sleep } = services;
  const last = now() + HELD_MS;
  for (const effectId of effectIds) {
    while (stillRuns(last, now(), HELD_MS) && (await isHeld(db, effectId, now()))) await sleep(LOOK_AGAIN_MS);
  }
}

async function deliverOthers(runtime: ClanRuntime, after: AfterCommit): Promise<void> {
  const { performers } = after.services;
  const deadline = deadlineWithin(after, OTHERS_MS);
  await deliverDue(contextOf(runtime, after), { performers, deadline, limit: OTHERS_LIMIT });
}

async function withoutThrowing({ log }: AfterCommit, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error('Effects were left to the next delivery run', { error });
  }
}

function contextOf(runtime: ClanRuntime, { services, log }: AfterCommit): ClanContext {
  return { ...runtime, log, now: services.now, random: services.random };
}

function deadlineWithin({ services, deadline }: AfterCommit, ms: number): number {
  return Math.min(services.now() + ms, deadline - RESERVE_MS);
}
