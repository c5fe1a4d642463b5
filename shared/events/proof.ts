import { createHash } from 'node:crypto';
import type { DiscordClient } from '../discord/client.ts';
import { DiscordError } from '../discord/errors.ts';
import { UserError } from '../errors/user-error.ts';
import type { Attachment } from '../interactions/interaction.ts';
import { IMAGE_TYPES, imageTypeOf } from './image-type.ts';
import { proofTexts } from './texts.ts';

/** 10 MB: what Discord lets a bot upload without boosts, so that a proof that is taken can also be posted. */
export const MAX_PROOF_BYTES = 10 * 1024 * 1024;

/** A picture as it goes into the review message. The address dies within about a day; the rest is kept. */
export interface Proof {
  readonly url: string;
  readonly name: string;
  readonly contentType: string;
  /** 64 hex digits over the file's bytes. */
  readonly sha256: string;
}

/**
 * Fetches an uploaded file and makes sure that it is a picture of at most 10 MB: by what Discord says before
 * anything is fetched, by its first bytes afterwards. It is named for its type, not as the member named it.
 * Throws `UserError` `proof-too-large`, `proof-not-image` and `proof-unreachable`.
 */
export async function readProof(discord: DiscordClient, attachment: Attachment): Promise<Proof> {
  if (attachment.size > MAX_PROOF_BYTES)
    throw new UserError('proof-too-large', proofTexts.tooLarge(attachment.size));
  const declared = attachment.contentType?.split(';')[0]?.trim().toLowerCase();
  const isDeclaredImage = declared === undefined || IMAGE_TYPES.some((type) => type === declared);
  if (!isDeclaredImage) throw new UserError('proof-not-image', proofTexts.notImage);

  const bytes = await fetchBytes(discord, attachment.url);
  if (bytes.length > MAX_PROOF_BYTES)
    throw new UserError('proof-too-large', proofTexts.tooLarge(bytes.length));
  const contentType = imageTypeOf(bytes);
  if (contentType === undefined) throw new UserError('proof-not-image', proofTexts.notImage);
  return {
    url: attachment.url,
    name: `proof.${contentType.slice('image/'.length)}`,
    contentType,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

async function fetchBytes(discord: DiscordClient, url: string): Promise<Uint8Array> {
  try {
    return await discord.download(url, MAX_PROOF_BYTES);
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    throw new UserError('proof-unreachable', proofTexts.unreachable);
  }
}
