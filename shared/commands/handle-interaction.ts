import type { Envelope } from '../interactions/envelope.ts';
import { routeKeyOf } from '../interactions/route-key.ts';
import { answerInteraction } from './answer-interaction.ts';
import { openEnvelope } from './open-envelope.ts';
import { SevereLines } from './report-error.ts';
import type { CommandServices, InteractionOutcome } from './services.ts';
import { suggestChoices } from './suggest-choices.ts';

/**
 * Handles one interaction from the front door's envelope to the end that the member sees. Handling the same one
 * again changes nothing and at most sends an answer that was lost. Never throws. `deadline`: when this
 * invocation has to be over, in Unix milliseconds.
 */
export async function handleInteraction(
  envelope: Envelope,
  services: CommandServices,
  deadline: number,
): Promise<InteractionOutcome> {
  const severe = new SevereLines();
  const log = services.createLog(severe.onLine);
  const { registry, verify, now } = services;
  const opened = await openEnvelope(envelope, { registry, verify, now: now() });
  if ('refused' in opened) {
    log.error('An interaction was not handled', { reason: opened.refused });
    return { kind: opened.retryable ? 'unanswered' : 'refused', reason: opened.refused };
  }
  const run = { ...opened, services, log, severe, deadline };
  return routeKeyOf(opened.body)?.on === 'autocomplete' ? suggestChoices(run) : answerInteraction(run);
}
