import { createHash } from 'node:crypto';
import type { BinaryFile } from '../discord/client.ts';
import { DiscordError } from '../discord/errors.ts';
import type { Message, TextFile } from '../discord/message.ts';
import type { Effect } from '../outbox/effect.ts';
import { nonceOf } from '../outbox/nonce.ts';
import type { DeliveryContext, Perform } from './performer.ts';
import { rememberMessage } from './remembered-message.ts';
import { storedResults } from './result-texts.ts';
import { effectTexts } from './texts.ts';

type MessageEffect = Extract<Effect, { kind: 'message' }>;
type Proof = NonNullable<MessageEffect['proof']>;

/** Discord's own limit for what members of a server without boosts upload. */
const MAX_PROOF_BYTES = 10 * 1024 * 1024;

/**
 * Posts a message, under a nonce made from the row's id: posting it again within minutes (a crash, a lost
 * answer) returns the first one. Its proof is fetched from Discord's CDN and uploaded with it, because the link
 * dies; a proof that can no longer be had does not keep the message from being posted, which then says so.
 */
export const performMessage: Perform<MessageEffect> = async (effect, context) => {
  const proof = effect.proof === undefined ? undefined : await fetchProof(effect.proof, context);
  const file = proof ?? bytesOf(effect.file);
  const message =
    effect.proof !== undefined && proof === undefined
      ? withoutProof(effect.message, context)
      : effect.message;
  const posted = await context.discord.postMessage(effect.channelId, message, {
    nonce: nonceOf(context.effectId),
    ...(file === undefined ? {} : { file }),
  });
  if (effect.remember !== undefined) {
    await rememberMessage(context.db, effect.remember, {
      channelId: effect.channelId,
      messageId: posted.id,
      attachmentId: posted.attachmentIds[0],
    });
  }
  return {
    done:
      proof === undefined && effect.proof !== undefined
        ? storedResults.postedWithoutProof
        : storedResults.posted,
  };
};

function bytesOf(file: TextFile | undefined): BinaryFile | undefined {
  if (file === undefined) return undefined;
  return { name: file.name, contentType: file.contentType, bytes: new TextEncoder().encode(file.text) };
}

async function fetchProof(proof: Proof, { discord, log }: DeliveryContext): Promise<BinaryFile | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await discord.download(proof.url, MAX_PROOF_BYTES);
  } catch (error) {
    if (!(error instanceof DiscordError) || error.retryable) throw error;
    log.warning('The proof of an event could not be fetched any more', { error });
    return undefined;
  }
  if (createHash('sha256').update(bytes).digest('hex') !== proof.sha256) {
    log.warning('The proof of an event is not the file that was submitted', { name: proof.name });
    return undefined;
  }
  return { name: proof.name, contentType: proof.contentType, bytes };
}

/** Discord refuses an embed that shows an attachment which is not there. */
function withoutProof(message: Message, { settings }: DeliveryContext): Message {
  const embeds = message.embeds?.map(({ image, ...rest }) =>
    image === undefined || image.url.startsWith('attachment://') ? rest : { ...rest, image },
  );
  const lost = effectTexts(settings.locale).proofLost;
  return {
    ...message,
    ...(embeds === undefined ? {} : { embeds }),
    content: message.content === undefined ? lost : `${message.content}\n${lost}`,
  };
}
