import { GifReader } from 'omggif';
import { PictureError, requirePixels } from './picture-error.ts';
import { decodePng } from './png.ts';
import { decodeAvif, decodeJpeg, decodeWebp } from './wasm-decoders.ts';

export { PictureError } from './picture-error.ts';

const MAX_GIF_PIXELS = 25_000_000;

const DECODERS = {
  'image/png': decodePng,
  'image/jpeg': decodeJpeg,
  'image/gif': decodeGif,
  'image/webp': decodeWebp,
  'image/avif': decodeAvif,
} as const;

/**
 * Decodes a picture and throws the pixels away: so it opens for its viewers. PNG and JPEG as a whole; of what moves,
 * the first frame (of a GIF the structure of all). How many pixels it may have is decided by its header, before it is
 * decoded: 100 million in a PNG, 25 million in a JPEG, GIF or WebP, 9 million in an AVIF. Throws `PictureError`.
 */
export async function decodePicture(type: keyof typeof DECODERS, bytes: Uint8Array): Promise<void> {
  try {
    await DECODERS[type](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof PictureError) throw error;
    // A decoder's own error, or a read beyond the end of the bytes.
    throw new PictureError('broken', 'The picture cannot be decoded.', { cause: error });
  }
}

async function decodeGif(bytes: Buffer): Promise<void> {
  requirePixels(bytes.readUInt16LE(6), bytes.readUInt16LE(8), MAX_GIF_PIXELS);
  const reader = new GifReader(bytes);
  const { width, height } = reader.frameInfo(0);
  requirePixels(width, height, MAX_GIF_PIXELS);
  const pixels = new Uint8Array(reader.width * reader.height * 4);
  reader.decodeAndBlitFrameRGBA(0, pixels);
}
