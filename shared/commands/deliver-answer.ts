import type { ClanContext, ClanRuntime } from '../context/clan-runtime.ts';
import { deliverEffects, performRow } from '../effects/deliver.ts';
import type { Shown } from '../effects/effect-lines.ts';
import { holding } from '../effects/holding.ts';
import { OwnEffects } from '../effects/own-effects.ts';
import { SENT_FOR_NOW } from '../effects/perform-reply.ts';
import type { Logger } from '../log/logger.ts';
import { Effect, replyId, rowsOf } from '../outbox/effect.ts';
import { isDue, renewLeases, type TakenRow } from '../outbox/outbox-store.ts';
import type { CommandServices } from './services.ts';

/** How long the member waits for the effects that the reply shows before it says what is still to be done. */
const REPLY_MS = 2_000;
/** Kept free at the end of an invocation, for the reply. */
const RESERVE_MS = 5_000;

export interface AfterCommit {
  readonly interactionId: string;
  readonly services: Pick<CommandServices, 'performers' | 'now' | 'random' | 'sleep' | 'timer'>;
  readonly log: Logger;
  /** When the invocation has to be over, in Unix milliseconds. */
  readonly deadline: number;
}

/**
 * Performs the effects of a committed change (`rows`, the reply's last, all held by this delivery): those that the reply
 * shows, then the reply, after 2 s at the latest, then the others; the reply is brought up to date at the end. Never
 * throws: what is not done stays due, and the next delivery run does it.
 */
export async function deliverAnswer(
  runtime: ClanRuntime,
  rows: readonly TakenRow[],
  after: AfterCommit,
): Promise<void> {
  const { interactionId: base, services, log, deadline } = after;
  const { now, performers, sleep, timer } = services;
  const reply = rows.at(-1);
  if (reply === undefined) return;
  const context = contextOf(runtime, after);
  const own = new OwnEffects(context, rows.slice(0, -1), {
    base,
    performers,
    deadline: deadline - RESERVE_MS,
  });
  const renew = () => renewLeases(runtime.db, { ...rowsOf(base), owner: reply.owner, now: now() });
  const shows = shownBy(reply);
  const waitedFor = new Set(shows.flatMap((one) => (one.afterwards === true ? [] : idsOf(one))));
  const states = () => JSON.stringify(shows.flatMap(idsOf).map((id) => own.memory.states?.get(id)));

  async function performShown(until: number): Promise<void> {
    await own.perform(waitedFor);
    await own.performGivenBack(waitedFor, { until, sleep });
  }

  await withoutThrowing(after, () =>
    holding({ log }, renew, async () => {
      await own.begin();
      const patience = timer(REPLY_MS);
      const shown = performShown(now() + REPLY_MS);
      await Promise.race([shown, patience.over]);
      patience.stop();
      const told = states();
      let { result } = await performRow(reply, { ...context, ...own.memory }, performers);
      await shown;
      await own.performRest();
      if ('again' in result && result.again === SENT_FOR_NOW && told !== states()) {
        ({ result } = await performRow(reply, { ...context, ...own.memory }, performers));
      }
      await own.endReply(reply, result);
      await own.close();
    }),
  );
}

/**
 * The same for an interaction that another delivery has handled: sends its reply when that was lost, which is when
 * the other one is not at work on it any more.
 */
export async function deliverLostAnswer(runtime: ClanRuntime, after: AfterCommit): Promise<void> {
  const { performers, now } = after.services;
  await withoutThrowing(after, async () => {
    const reply = replyId(after.interactionId);
    if (!(await isDue(runtime.db, reply, now()))) return;
    await deliverEffects(contextOf(runtime, after), [reply], { performers, deadline: after.deadline });
  });
}

/** The effects whose state the reply shows. */
function shownBy(reply: TakenRow): readonly Shown[] {
  const effect = Effect.parse(JSON.parse(reply.payload));
  return effect.kind === 'reply' ? (effect.shows ?? []) : [];
}

function idsOf({ effectId, others = [] }: Shown): readonly string[] {
  return [effectId, ...others];
}

async function withoutThrowing({ log }: AfterCommit, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error('Effects were left to the next delivery run', { error });
  }
}

function contextOf(runtime: ClanRuntime, { services, log }: AfterCommit): ClanContext {
  const { now, sleep, random } = services;
  return { ...runtime, log, now, sleep, random };
}
