import { openEnvelope, TOKEN_LIFE_MS } from '../../shared/commands/open-envelope.ts';
import { errorText } from '../../shared/errors/error-text.ts';
import type { JobCall } from '../../shared/fn/job.ts';
import { Envelope } from '../../shared/interactions/envelope.ts';
import type { Interaction } from '../../shared/interactions/interaction.ts';
import { InteractionFormError, parseInteraction } from '../../shared/interactions/parse-interaction.ts';
import { routeName } from '../../shared/interactions/route-key.ts';
import { createVerifierAtOnce } from '../../shared/interactions/verify-at-once.ts';
import type { FailedInvocation, FailedInvocations } from '../../shared/oci/failed-invocations.ts';
import type { Effect } from '../../shared/outbox/effect.ts';
import { commitEnd } from './commit-end.ts';
import { endUnrecognized } from './end-unrecognized.ts';
import { texts } from './texts.ts';

/** What the job needs besides its call. */
export interface DeliverServices {
  /** Left out where there is no such queue. */
  readonly failures: FailedInvocations | undefined;
  readonly routes: Readonly<
    Record<
      string,
      { readonly function: string; readonly reply: string; readonly readOnly?: true; readonly inSteps?: true }
    >
  >;
}

const AT_ONCE = 20;
/** What the queue may take of a run; the rest of it comes with the next one. */
const QUEUE_MS = 30_000;
/** How long the acceptance of a call may take. */
const CALL_MS = 5_000;

const verify = createVerifierAtOnce({ maxKeys: 100 });

/**
 * Ends the interactions whose function died before it committed anything: their ids are claimed, so that no later
 * delivery can carry them out, and the same row is an answer for the member in the outbox. What changes something is
 * not called a second time, since a member who waited has most likely repeated it by hand; what only reads is, as long
 * as its token lives. What was committed has its reply in the outbox already. Returns how many messages were taken off the queue; a queue that fails is logged.
 */
export async function endFailed(call: JobCall, services: DeliverServices): Promise<number> {
  const { failures } = services;
  const { now, log } = call;
  if (failures === undefined) return 0;
  const until = Math.min(call.deadline, now() + QUEUE_MS);
  let ended = 0;
  try {
    while (now() < until) {
      const taken = await failures.take(AT_ONCE);
      for (const failure of taken) {
        if (now() >= until) return ended;
        if (!(await endOne(failure, call, services))) continue;
        await failures.done(failure.receipt);
        ended += 1;
      }
      if (taken.length < AT_ONCE) break;
    }
  } catch (error) {
    log.error('The queue of failed invocations could not be worked off', { error });
  }
  return ended;
}

/** Whether the message is done with; if not, the queue shows it again later. */
async function endOne(failure: FailedInvocation, call: JobCall, services: DeliverServices): Promise<boolean> {
  const { registry, now, log } = call;
  if (failure.unread !== undefined) return endUnrecognized(failure.unread, failure.deliveries, call);
  const envelope = envelopeIn(failure.body);
  if (envelope === undefined) {
    log.error('A detached call failed that was no interaction', { deliveries: failure.deliveries });
    return true;
  }
  const opened = await openEnvelope(envelope, { registry, verify, now: now() });
  if ('refused' in opened) {
    log.warning('A failed interaction cannot be ended', { reason: opened.refused });
    return !opened.retryable;
  }
  const { record, sentAt } = opened;
  try {
    const interaction = parseInteraction(opened.body);
    const route = services.routes[routeName(interaction)];
    if (route?.readOnly === true) return callAgain(route.function, envelope, call);
    const { db } = await call.openClan(record);
    const reply = endOf(interaction, route, sentAt + TOKEN_LIFE_MS);
    if (await commitEnd(db, interaction.id, reply, now())) {
      log.error('An interaction was ended whose function failed', {
        interaction: interaction.id,
        clan: record.clan,
      });
    }
    return true;
  } catch (error) {
    log.error('A failed interaction could not be ended', { clan: record.clan, error });
    // Its form will be no other when the queue shows it again.
    return error instanceof InteractionFormError;
  }
}

/** Of a route that writes nothing. Once the token is over, the queue drops it. */
async function callAgain(name: string, envelope: Envelope, { invoke, log }: JobCall): Promise<boolean> {
  const body = JSON.stringify(envelope);
  const outcome = await invoke(name, body, { type: 'detached', timeoutMs: CALL_MS });
  if (outcome.kind === 'accepted') return true;
  log.warning('A failed call could not be made again yet', { function: name, reason: outcome.reason });
  return false;
}

function endOf(
  interaction: Interaction,
  route: DeliverServices['routes'][string] | undefined,
  expiresAt: number,
): Effect {
  const { id, applicationId, token, locale } = interaction;
  const { reply, inSteps } = route ?? {};
  const said = texts(locale);
  return {
    kind: 'reply',
    applicationId,
    token,
    expiresAt,
    acknowledged: reply === 'public' || reply === 'update' ? reply : 'ephemeral',
    isError: true,
    message: { content: errorText(inSteps === true ? said.unsure : said.stopped, 'stopped', id) },
  };
}

function envelopeIn(body: string | undefined): Envelope | undefined {
  if (body === undefined) return undefined;
  try {
    return Envelope.safeParse(JSON.parse(body)).data;
  } catch {
    // Not JSON: no envelope of ours.
    return undefined;
  }
}
