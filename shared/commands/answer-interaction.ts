import type { Settings } from '../clans/settings.ts';
import type { ClanRuntime, OpenedClan } from '../context/clan-runtime.ts';
import type { Answer, Reply } from '../context/command-context.ts';
import type { InteractionReplies } from '../discord/client.ts';
import { type Acknowledged, replyWithError, retried } from '../discord/error-reply.ts';
import type { AttachedPicture } from '../drawing/picture.ts';
import { makeOwner } from '../effects/deliver.ts';
import { errorText } from '../errors/error-text.ts';
import type { Route } from '../interactions/declaration.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { parseInteraction } from '../interactions/parse-interaction.ts';
import { localeOf } from '../interactions/route-key.ts';
import type { Logger } from '../log/logger.ts';
import { replyId } from '../outbox/effect.ts';
import type { TakenRow } from '../outbox/outbox-store.ts';
import { begin } from './begin.ts';
import { DuplicateInteractionError, isClaimed } from './claim.ts';
import { commitAnswer, replyEffect } from './commit-answer.ts';
import { deliverAnswer, deliverLostAnswer } from './deliver-answer.ts';
import { type Failure, failureOf } from './failure.ts';
import {
  acknowledgedAs,
  findHandler,
  type InteractionRun,
  interactionIdOf,
  logFields,
  routeOf,
  stringOr,
} from './interaction-run.ts';
import { TOKEN_LIFE_MS } from './open-envelope.ts';
import type { InteractionOutcome } from './services.ts';
import { commandTexts } from './texts.ts';

/** A reply that leaves this late might arrive after the token's end. */
const TOKEN_RESERVE_MS = 5_000;
/** How long an error reply may be insisted on. */
const ERROR_REPLY_MS = 20_000;

/** Answers a verified interaction that was acknowledged: every one gets an end. Never throws. */
export async function answerInteraction(run: InteractionRun): Promise<InteractionOutcome> {
  const { services, record, body, severe, deadline } = run;
  const { now } = services;
  const started = now();
  const log = run.log.with(logFields(run));
  const interactionId = interactionIdOf(body);
  const replies = services.discordOf(record).replies(record.applicationId, stringOr(body['token']));
  const after = { interactionId, services, log, deadline };
  let clan: OpenedClan | undefined;
  let outcome: InteractionOutcome;
  let drawing: Promise<void> | undefined;
  const drawAhead = (picture: AttachedPicture) => {
    drawing = services.pictures?.drawAhead(picture, { log });
  };
  try {
    clan = await services.openClan(record);
    const { runtime, rows } = await handle(run, clan, { log, replies, drawAhead });
    if (rows !== undefined) await deliverAnswer(runtime, rows, after);
    outcome = { kind: 'answered', how: 'done' };
  } catch (error) {
    if (clan !== undefined && (await isDuplicate(error, clan, interactionId))) {
      const runtime = await runtimeOf(clan, log);
      if (runtime !== undefined) await deliverLostAnswer(runtime, after);
      outcome = { kind: 'answered', how: 'duplicate' };
    } else {
      const failure = failureOf(error);
      logFailure(log, failure, error);
      outcome = await replyWithFailure(run, replies, failure, { log, interactionId });
    }
  }
  // Nothing may be left running, a picture of an answer that was not committed neither.
  await drawing;
  const how = outcome.kind === 'answered' ? outcome.how : outcome.kind;
  log.info('Handled', { outcome: how, ms: now() - started, ageMs: started - run.sentAt });
  if (clan !== undefined && severe.lines.length > 0) {
    const runtime = await runtimeOf(clan, run.log);
    if (runtime !== undefined) await services.reporter.post(runtime, severe.lines, `e${interactionId}`);
  }
  return outcome;
}

/** Undefined: the settings cannot be read, which the log says. */
async function runtimeOf(clan: OpenedClan, log: Logger): Promise<ClanRuntime | undefined> {
  try {
    return { ...clan, ...(await clan.configOf(undefined)) };
  } catch (error) {
    log.info('The settings of a clan could not be read', { error });
    return undefined;
  }
}

/**
 * From the opening look-up to the commit, or to the sent reply of a route that writes nothing. Returns the rows to perform,
 * none of such a route; throws what went wrong.
 */
async function handle(
  run: InteractionRun,
  clan: OpenedClan,
  {
    log,
    replies,
    drawAhead,
  }: {
    readonly log: Logger;
    readonly replies: InteractionReplies;
    readonly drawAhead: (picture: AttachedPicture) => void;
  },
): Promise<{ readonly runtime: ClanRuntime; readonly rows: readonly TakenRow[] | undefined }> {
  const { services, body, sentAt } = run;
  const { now, sleep, random } = services;
  const { route, handler } = findHandler(run);
  const expiresAt = sentAt + TOKEN_LIFE_MS - TOKEN_RESERVE_MS;
  const interaction = parseInteraction(body);
  const { runtime, actor, seen, cooldownUntil } = await begin(clan, interaction, { route, now: now() });
  const answer = await handler({
    ...runtime,
    interaction,
    actor,
    seen,
    log,
    now,
    sleep,
    random,
    replyBy: Math.min(expiresAt, run.deadline),
    progress: async (message) => {
      try {
        await replies.editOriginal(message);
      } catch (error) {
        log.info('Progress could not be shown', { error });
      }
    },
  });
  if ('choices' in answer)
    throw new TypeError(`The handler of ${route.key} gave choices in place of a reply.`);
  // It is drawn beside the commit.
  if ('picture' in answer && answer.picture !== undefined) drawAhead(answer.picture);
  const acknowledged = acknowledgedAs(run);
  const place = {
    interaction,
    acknowledged,
    locale: readerLocale(interaction, acknowledged, runtime.settings),
    expiresAt,
  };
  if (route.readOnly) {
    const context = { ...runtime, log, now, sleep, random, effectId: replyId(interaction.id), attempts: 1 };
    const patience = { now, sleep, deadline: Math.min(now() + ERROR_REPLY_MS, run.deadline) };
    const effect = replyEffect(readOnlyReply(answer, route), place);
    const result = await retried(patience, () => services.performers.reply(effect, context));
    if ('failed' in result) log.info('A reply could not be sent', { reason: result.failed });
    return { runtime, rows: undefined };
  }
  const rows = await commitAnswer(runtime.db, answer, {
    ...place,
    route,
    cooldownUntil,
    owner: makeOwner(services),
    now: now(),
  });
  return { runtime, rows };
}

/** Only the caller sees an ephemeral reply, and an update of an ephemeral message; the others are everybody's. */
function readerLocale(
  { locale, message }: Interaction,
  acknowledged: Acknowledged,
  settings: Pick<Settings, 'locale'>,
): string | undefined {
  const isOwn = acknowledged === 'ephemeral' || (acknowledged === 'update' && message?.isEphemeral === true);
  return isOwn ? locale : settings.locale;
}

function readOnlyReply(answer: Exclude<Answer, { choices: unknown }>, { key }: Route): Reply {
  if ('change' in answer) throw new TypeError(`${key} is declared as read-only and gave a change.`);
  return answer;
}

/**
 * Whether another delivery of the same interaction was first. A handler that starts before the other commits and
 * looks after it sees a state that refuses it ("decided already"): that is no answer to give.
 */
async function isDuplicate(error: unknown, { db }: OpenedClan, interactionId: string): Promise<boolean> {
  if (error instanceof DuplicateInteractionError) return true;
  try {
    return await isClaimed(db, interactionId);
  } catch {
    // The database fails, which is most likely what `error` says already.
    return false;
  }
}

async function replyWithFailure(
  run: InteractionRun,
  replies: InteractionReplies,
  failure: Failure,
  { log, interactionId }: { readonly log: Logger; readonly interactionId: string },
): Promise<InteractionOutcome> {
  const { now, sleep } = run.services;
  const locale = localeOf(run.body);
  const isPartly = failure.blame !== 'user' && routeOf(run)?.inSteps === true;
  const said = isPartly ? commandTexts(locale).partly : failure.text(locale);
  const text = errorText(said, failure.code, interactionId);
  const patience = { now, sleep, deadline: Math.min(now() + ERROR_REPLY_MS, run.deadline) };
  try {
    await replyWithError(replies, acknowledgedAs(run), text, patience);
    return { kind: 'answered', how: failure.blame === 'user' ? 'denied' : 'failed' };
  } catch (error) {
    log.error('Nobody could be told how an interaction ended', { code: failure.code, error });
    return { kind: 'unanswered', reason: failure.code };
  }
}

function logFailure(log: Logger, { code, blame }: Failure, error: unknown): void {
  if (blame === 'user') log.info('Denied', { code });
  else log.error('An interaction failed', { code, error });
}
