import { makeSnowflake } from '../discord/snowflake.ts';
import { endJoinDecision } from '../members/join-decision.ts';
import { joinTexts } from '../members/join-texts.ts';
import { changeTransaction } from '../outbox/change-transaction.ts';
import type { Effect } from '../outbox/effect.ts';
import { sayRefusal } from '../refusals/say-refusal.ts';
import { RobloxError } from '../roblox/errors.ts';
import { postTo } from '../settings/post-to-channel.ts';
import { cut } from '../text/cut.ts';
import type { DeliveryContext, EffectResult, Perform } from './performer.ts';
import { resultIn } from './result-in.ts';
import { storedResults } from './result-texts.ts';
import { isUnauthorized, noteFailure } from './service-pause.ts';

type JoinDecisionEffect = Extract<Effect, { kind: 'join-decision' }>;

/**
 * Tells Roblox what was decided on a request to join, and the log channel, in one transaction with the end of the
 * decision, so that it is told once. The first call finds the request or somebody else took it. Tried again, no request
 * or a newer one of the same person means that the first call was carried out and only its answer was lost.
 */
export const performJoinDecision: Perform<JoinDecisionEffect> = async (effect, context) => {
  const { roblox, attempts } = context;
  const isAgain = attempts > 1;
  if (isAgain) {
    const current = await roblox.joinRequest(effect.robloxUserId);
    if (current?.path !== effect.path || current.askedAt !== effect.askedAt) return done(effect, context);
  }
  try {
    await roblox.decideJoinRequest(effect.path, effect.decision);
  } catch (error) {
    if (!(error instanceof RobloxError) || error.retryable || isUnauthorized(error)) throw error;
    if (error.status === 404)
      return isAgain ? done(effect, context) : failed(effect, context, storedResults.requestGone);
    await noteFailure(context.db, error, { now: context.now(), log: context.log });
    return failed(effect, context, storedResults.seeDiagnose(sayRefusal('en', error)));
  }
  return done(effect, context);
};

async function done(effect: JoinDecisionEffect, context: DeliveryContext): Promise<EffectResult> {
  await end(effect, context, undefined);
  return { done: effect.decision === 'accept' ? storedResults.accepted : storedResults.declined, once: true };
}

async function failed(
  effect: JoinDecisionEffect,
  context: DeliveryContext,
  reason: string,
): Promise<EffectResult> {
  await end(effect, context, reason);
  return { failed: reason };
}

async function end(
  { decisionId, ...told }: JoinDecisionEffect,
  { db, settings, now, random }: DeliveryContext,
  reason: string | undefined,
): Promise<void> {
  const base = makeSnowflake(now(), random);
  await db.transaction(async (queryable) => {
    const tx = changeTransaction(queryable, { base, now: now() });
    const status = reason === undefined ? 'done' : 'failed';
    const error = reason === undefined ? null : cut(reason, 500);
    if (!(await endJoinDecision(tx, decisionId, { status, error, now: now() }))) return;
    const texts = joinTexts(settings.locale);
    const content =
      reason === undefined ? texts.done(told) : texts.failed(told, resultIn(settings.locale, reason));
    await postTo(tx, settings, 'log', { content });
  });
}
