import type { ClanContext, ClanRuntime } from '../context/clan-runtime.ts';
import { deliverDue, deliverEffects } from '../effects/deliver.ts';
import type { Logger } from '../log/logger.ts';
import { isDue, isHeld } from '../outbox/outbox-store.ts';
import { replyId } from './commit-answer.ts';
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

export interface Settling {
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
export async function settle(
  runtime: ClanRuntime,
  effectIds: readonly string[],
  settling: Settling,
): Promise<void> {
  const { performers } = settling.services;
  await settled(settling, async () => {
    const deadline = untilOf(settling, EFFECTS_MS);
    const skipped = await deliverEffects(contextOf(runtime, settling), effectIds, { performers, deadline });
    await waitWhileHeld(runtime, skipped, settling);
    const reply = [replyId(settling.interactionId)];
    await deliverEffects(contextOf(runtime, settling), reply, { performers, deadline: settling.deadline });
    await deliverOthers(runtime, settling);
  });
}

/**
 * The same for an interaction that another delivery has handled: sends its reply when that was lost, which is when
 * the other one is not at work on it any more.
 */
export async function settleAgain(runtime: ClanRuntime, settling: Settling): Promise<void> {
  const { performers, now } = settling.services;
  await settled(settling, async () => {
    const reply = replyId(settling.interactionId);
    if (await isDue(runtime.db, reply, now())) {
      await deliverEffects(contextOf(runtime, settling), [reply], {
        performers,
        deadline: settling.deadline,
      });
    }
    await deliverOthers(runtime, settling);
  });
}

/** Waits for effects that somebody else is performing, so that the reply can tell how they ended. */
async function waitWhileHeld(
  { db }: ClanRuntime,
  effectIds: readonly string[],
  { services }: Settling,
): Promise<void> {
  const { now, sleep } = services;
  const last = now() + HELD_MS;
  for (const effectId of effectIds) {
    while (now() < last && (await isHeld(db, effectId, now()))) await sleep(LOOK_AGAIN_MS);
  }
}

async function deliverOthers(runtime: ClanRuntime, settling: Settling): Promise<void> {
  const { performers } = settling.services;
  const deadline = untilOf(settling, OTHERS_MS);
  await deliverDue(contextOf(runtime, settling), { performers, deadline, limit: OTHERS_LIMIT });
}

async function settled({ log }: Settling, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error('Effects were left to the next delivery run', { error });
  }
}

function contextOf(runtime: ClanRuntime, { services, log }: Settling): ClanContext {
  return { ...runtime, log, now: services.now, random: services.random };
}

function untilOf({ services, deadline }: Settling, ms: number): number {
  return Math.min(services.now() + ms, deadline - RESERVE_MS);
}
