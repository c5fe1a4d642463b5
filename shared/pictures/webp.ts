import { PictureError } from './picture-error.ts';
import type { PictureSize } from './picture-size.ts';

/** The picture of a WebP as one that is not animated, and its size. */
export interface StillWebp extends PictureSize {
  readonly bytes: Buffer;
}

interface Chunk {
  readonly type: string;
  /** With its head of 8 bytes, and padded to an even length. */
  readonly whole: Buffer;
  readonly content: Buffer;
}

const FRAME_HEAD = 16;

/**
 * Takes the first frame out of a WebP; a still one has only that. The size is the one that the frame itself tells.
 * Source: the WebP container specification. Throws `PictureError`.
 */
export function stillWebp(bytes: Buffer): StillWebp {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new PictureError('broken', 'The WebP is cut off.');
  const chunks = chunksOf(bytes.subarray(12, end));
  const frame = chunks.find(({ type }) => type === 'ANMF');
  const inside = frame === undefined ? chunks : chunksOf(frame.content.subarray(FRAME_HEAD));
  const picture = inside.find(({ type }) => type === 'VP8 ' || type === 'VP8L');
  if (picture === undefined) throw new PictureError('broken', 'The WebP has no picture.');
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + picture.whole.length, 4);
  return { bytes: Buffer.concat([head, picture.whole]), ...sizeOf(picture) };
}

function chunksOf(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > bytes.length) throw new PictureError('broken', 'The WebP is cut off.');
    const end = at + 8 + length + (length % 2);
    const type = bytes.toString('latin1', at, at + 4);
    chunks.push({ type, whole: bytes.subarray(at, end), content: bytes.subarray(at + 8, at + 8 + length) });
    at = end;
  }
  return chunks;
}

function sizeOf({ type, content }: Chunk): PictureSize {
  if (content.length < 10) throw new PictureError('broken', 'The WebP has no picture.');
  if (type === 'VP8 ')
    return { width: content.readUInt16LE(6) & 0x3fff, height: content.readUInt16LE(8) & 0x3fff };
  const bits = content.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
