import { createHash } from 'node:crypto';
import type { DiscordClient } from '../discord/client.ts';
import { DiscordError } from '../discord/errors.ts';
import { UserError } from '../errors/user-error.ts';
import { decodePicture, PictureError } from '../pictures/decode-picture.ts';
import type { Upload } from './draft.ts';
import { proofTexts } from './texts.ts';

/** 10 MB: what Discord lets a bot upload without boosts, so that a proof that is taken can also be posted. */
const MAX_PROOF_BYTES = 10 * 1024 * 1024;

/** What a proof may be: what Discord's group `image` of `file_types` allows. */
const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'] as const;
type ImageType = (typeof IMAGE_TYPES)[number];

/** A picture as it goes into the review message. The address dies within about a day; the rest is kept. */
export interface Proof {
  readonly url: string;
  readonly name: string;
  readonly contentType: string;
  /** 64 hex digits over the file's bytes. */
  readonly sha256: string;
}

/**
 * The upload, when it may be a proof by what Discord says of it: a picture of at most 10 MB. Nothing is fetched.
 * Throws `UserError` `no-proof`, `proof-too-large` and `proof-not-image`.
 */
export function requirePictureFile(upload: Upload | undefined): Upload {
  if (upload === undefined) throw new UserError('no-proof', (locale) => proofTexts(locale).none);
  if (upload.size > MAX_PROOF_BYTES)
    throw new UserError('proof-too-large', (locale) => proofTexts(locale).tooLarge(upload.size));
  const declared = upload.contentType?.split(';')[0]?.trim().toLowerCase();
  const isDeclaredImage = declared === undefined || IMAGE_TYPES.some((type) => type === declared);
  if (!isDeclaredImage) throw new UserError('proof-not-image', (locale) => proofTexts(locale).notImage);
  return upload;
}

/**
 * Fetches an upload and makes sure that it is a picture of at most 10 MB that can be decoded. It is named for its
 * type, not as the member named it. Throws `UserError` `proof-too-large`, `proof-not-image`, `proof-broken`, `proof-gone`
 * (Discord has it no longer) and `proof-unreachable`.
 */
export async function readProof(discord: Pick<DiscordClient, 'download'>, { url }: Upload): Promise<Proof> {
  const bytes = await fetchBytes(discord, url);
  if (bytes.length > MAX_PROOF_BYTES)
    throw new UserError('proof-too-large', (locale) => proofTexts(locale).tooLarge(bytes.length));
  const contentType = imageTypeOf(bytes);
  if (contentType === undefined)
    throw new UserError('proof-not-image', (locale) => proofTexts(locale).notImage);
  await requireDecodable(contentType, bytes);
  return {
    url,
    name: `proof.${contentType.slice('image/'.length)}`,
    contentType,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

async function requireDecodable(type: ImageType, bytes: Uint8Array): Promise<void> {
  try {
    await decodePicture(type, bytes);
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    if (error.reason === 'too-many-pixels')
      throw new UserError('proof-too-large', (locale) => proofTexts(locale).tooManyPixels);
    if (error.reason === 'too-slow')
      throw new UserError('proof-too-large', (locale) => proofTexts(locale).tooSlow);
    throw new UserError('proof-broken', (locale) => proofTexts(locale).broken);
  }
}

async function fetchBytes(discord: Pick<DiscordClient, 'download'>, url: string): Promise<Uint8Array> {
  try {
    return await discord.download(url, MAX_PROOF_BYTES);
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    if (error.status === 404) throw new UserError('proof-gone', (locale) => proofTexts(locale).gone);
    throw new UserError('proof-unreachable', (locale) => proofTexts(locale).unreachable);
  }
}

/** The type by the file's first bytes, whatever its name or sender says. Undefined: none of those. */
function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  const text = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  if (text.slice(4, 8) === 'ftyp' && /avi[fs]/.test(brandsOf(bytes))) return 'image/avif';
  return undefined;
}

/** The brands of an ISO file: what it says it can be read as. */
function brandsOf(bytes: Uint8Array): string {
  const length = Buffer.from(bytes.subarray(0, 4)).readUInt32BE();
  return Buffer.from(bytes.subarray(8, Math.min(length, 200))).toString('latin1');
}
