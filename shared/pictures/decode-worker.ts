// A thread of its own for each picture, so that one that takes too long can be ended. The build makes `pictures.cjs`
// of this file, with the decoders.
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { GifReader } from 'omggif';
import * as z from 'zod/mini';
import { PictureError, requirePixels } from './picture-error.ts';
import { decodePng } from './png.ts';
import { decodeAvif, decodeJpeg, decodeWebp } from './wasm-decoders.ts';

const MAX_GIF_PIXELS = 25_000_000;

const DECODERS = {
  'image/png': decodePng,
  'image/jpeg': decodeJpeg,
  'image/gif': decodeGif,
  'image/webp': decodeWebp,
  'image/avif': decodeAvif,
} as const;

const Task = z.object({
  type: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']),
  bytes: z.instanceof(Uint8Array),
});

async function decodeGif(bytes: Buffer): Promise<void> {
  requirePixels(bytes.readUInt16LE(6), bytes.readUInt16LE(8), MAX_GIF_PIXELS);
  const reader = new GifReader(bytes);
  const { width, height } = reader.frameInfo(0);
  requirePixels(width, height, MAX_GIF_PIXELS);
  const pixels = new Uint8Array(reader.width * reader.height * 4);
  reader.decodeAndBlitFrameRGBA(0, pixels);
}

/** What is wrong with the picture; undefined: it was decoded. */
async function problemOf({ type, bytes }: z.infer<typeof Task>) {
  try {
    await DECODERS[type](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return undefined;
  } catch (error) {
    if (error instanceof PictureError) return { reason: error.reason, message: error.message };
    // A decoder's own error, or a read beyond the end of the bytes.
    return { reason: 'broken', message: `The picture cannot be decoded: ${error}` };
  }
}

async function work(): Promise<void> {
  parentPort?.postMessage({ problem: await problemOf(Task.parse(workerData)) });
}

if (!isMainThread) void work();
