import type { BinaryFile, InteractionReplies } from '../discord/client.ts';
import { replyWithError } from '../discord/error-reply.ts';
import { DiscordError, isDiscordCode } from '../discord/errors.ts';
import type { Effect } from '../outbox/effect.ts';
import { effectLines, withEffectLines } from './effect-lines.ts';
import type { DeliveryContext, EffectResult, Perform, ReplyPictures } from './performer.ts';
import { storedResults } from './result-texts.ts';

type ReplyEffect = Extract<Effect, { kind: 'reply' }>;

/** How long after a reply with open effects it is brought up to date. */
const UPDATE_MS = 15_000;
/** Why a reply that was sent is due again. */
export const SENT_FOR_NOW = 'sent; effects it shows are still due';

/**
 * Edits the acknowledged reply, with a line for each effect it shows. While one of those may still change, the
 * row stays due, so that the reply tells how it ended, as long as the interaction's token lives. Not so after an
 * update of a message that everybody in the channel sees: it may show something newer by then.
 * Where the reply is gone (deleted by a member), the answer follows as a message of its own; that is closed at once, and one
 * that an earlier delivery began and could not close within 2 min is reported and not sent again.
 */
export const performReply: Perform<ReplyEffect> = replyPerformer();

/** The same that draws the picture of a reply. Without `pictures`, the text goes alone. */
export function replyPerformer(pictures?: ReplyPictures): Perform<ReplyEffect> {
  return async (effect, context) => await perform(effect, context, pictures);
}

async function perform(
  effect: ReplyEffect,
  context: DeliveryContext,
  pictures: ReplyPictures | undefined,
): Promise<EffectResult> {
  const { db, discord, now, states, log } = context;
  if (now() >= effect.expiresAt) return { failed: storedResults.tokenOver };
  if (effect.isError === true) return await performError(effect, context);
  const { lines, waiting } = await effectLines(db, effect.shows ?? [], {
    now: now(),
    known: states,
    locale: effect.locale,
  });
  const message = withEffectLines(effect.message, lines);
  const replies = discord.replies(effect.applicationId, effect.token);
  try {
    if (effect.picture === undefined) await replies.editOriginal(message, effect.file);
    else if (pictures === undefined) {
      log.info('A picture was left out: this function does not draw');
      await replies.editOriginal(message);
    } else {
      const send = (file?: BinaryFile) => replies.editOriginal(message, file);
      await pictures.send(send, effect.picture, { log });
    }
  } catch (error) {
    if (isDiscordCode(error, 'webhookTokenExpired')) return { failed: storedResults.tokenOver };
    if (!isDiscordCode(error, 'unknownMessage')) throw error;
    if (context.isUnclosed === true) return notRepeated(context);
    return followed(
      () => replies.followUp(message, { ephemeral: effect.acknowledged !== 'public' }),
      storedResults.newMessage,
    );
  }
  const isKept = effect.acknowledged !== 'update' || effect.ofOwnMessage === true;
  return waiting && isKept ? { again: SENT_FOR_NOW, afterMs: UPDATE_MS } : { done: storedResults.sent };
}

/** One attempt; the outbox makes the next ones. */
async function performError(effect: ReplyEffect, context: DeliveryContext): Promise<EffectResult> {
  const { acknowledged = 'ephemeral', applicationId, token, message } = effect;
  if (acknowledged !== 'ephemeral' && context.isUnclosed === true) return notRepeated(context);
  const now = context.now();
  const once = { now: () => now, sleep: async () => {}, deadline: now };
  const replies = context.discord.replies(applicationId, token);
  const text = message.content ?? '';
  if (acknowledged === 'ephemeral') {
    await replyWithError(replies, acknowledged, text, once);
    return { done: storedResults.sent };
  }
  let ended: EffectResult = { done: storedResults.sent, once: true };
  const followUp: InteractionReplies['followUp'] = async (...sent) => {
    ended = await followed(() => replies.followUp(...sent), storedResults.sent);
  };
  await replyWithError({ ...replies, followUp }, acknowledged, text, once);
  return ended;
}

/** Sends a message of its own, which Discord may have taken though it gave no answer or failed. */
async function followed(send: () => Promise<unknown>, done: string): Promise<EffectResult> {
  try {
    await send();
    return { done, once: true };
  } catch (error) {
    if (!(error instanceof DiscordError) || !mayHaveArrived(error)) throw error;
    return { again: error.message, mayBeDone: true };
  }
}

function mayHaveArrived({ status, retryable, retryAfterMs }: DiscordError): boolean {
  return retryable && (status >= 500 || (status === 0 && retryAfterMs === undefined));
}

/** A follow-up has no nonce: sent again, it would stand there twice. */
function notRepeated({ log }: DeliveryContext): EffectResult {
  log.warning('A reply was not sent again, since nobody knows whether it was sent');
  return { failed: storedResults.notRepeated };
}
