import type { Logger } from '../../shared/log/logger.ts';
import type { Invoke } from '../../shared/platform/invoke.ts';
import { ACKNOWLEDGEMENTS, type Response, refusal } from './responses.ts';
import { texts } from './texts.ts';

/** From arrival. Discord waits 3 s for the first response, the network's part included. */
const ANSWER_WITHIN_MS = 2_500;
/** Far more than the Functions API takes, and not long before members notice. */
const SLOW_MS = 1_000;

export interface HandOver {
  readonly function: string;
  readonly reply: 'public' | 'ephemeral' | 'update';
  readonly envelope: string;
  readonly interactionId: string;
  /** The caller's. */
  readonly locale: string | undefined;
  /** Unix milliseconds. */
  readonly arrivedAt: number;
  readonly ageMs: number;
}

/**
 * Hands an interaction to its function and acknowledges it only when that was accepted, so that nobody is left
 * with a "thinking" that no one will end. A certain refusal says that nothing was changed; where it is not
 * certain, the message says so and the function, should it run after all, changes it.
 */
export async function handOver(
  handed: HandOver,
  { invoke, now, log }: { readonly invoke: Invoke; readonly now: () => number; readonly log: Logger },
): Promise<Response> {
  const { interactionId, locale } = handed;
  const started = now();
  const timeoutMs = handed.arrivedAt + ANSWER_WITHIN_MS - started;
  if (timeoutMs <= 0) return refusal(texts(locale).busy, 'busy', interactionId);
  const handing = invoke(handed.function, handed.envelope, { type: 'detached', timeoutMs });
  // Written while the call is under way, and not before it: nobody waits for it.
  setImmediate(() => log.info('Handing over', { ageMs: handed.ageMs }));
  const outcome = await handing;
  const ms = now() - started;
  if (ms > SLOW_MS) log.warning('A hand-over was slow', { ms });
  if (outcome.kind === 'accepted') return ACKNOWLEDGEMENTS[handed.reply];
  log.error('A hand-over failed', { outcome: outcome.kind, reason: outcome.reason, ms });
  return outcome.kind === 'refused'
    ? refusal(texts(locale).busy, 'busy', interactionId)
    : refusal(texts(locale).uncertain, 'uncertain', interactionId);
}
