import { once } from 'node:events';
import { crc32, createInflate } from 'node:zlib';
import { PictureError, requirePixels } from './picture-error.ts';

const SIGNATURE_BYTES = 8;
/** 16 bits of four channels make 8 bytes a pixel, but no more than a row is held at a time. */
const MAX_PIXELS = 100_000_000;
/** Channels by colour type. Source: the PNG specification, table 11.1. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Where the seven passes of an interlaced picture begin and how far their pixels are apart: x, y, dx, dy. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * Decodes a PNG: every chunk up to the end with its checksum, and the whole compressed raster, row by row with its
 * filter. Holds a piece of the raster at a time, of any size. What follows the end is not looked at.
 */
export async function decodePng(bytes: Buffer): Promise<void> {
  const { header, data } = chunksOf(bytes);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const [depth = 0, color = 0, , , interlace = 0] = header.subarray(8);
  requirePixels(width, height, MAX_PIXELS);
  const channels = CHANNELS[color];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlace > 1)
    throw broken('its header has no known form');
  const rows = new Rows(
    interlace === 0 ? [rowsOf(width, height, depth * channels)] : passesOf(width, height, depth * channels),
  );
  const inflate = createInflate();
  inflate.on('data', (piece: Buffer) => {
    rows.take(piece);
    // More than the raster can hold is no picture, and inflating the rest of it would only cost time.
    if (rows.isTooLong) inflate.destroy(broken('its raster is longer than its size allows'));
  });
  const ended = once(inflate, 'end');
  for (const piece of data) inflate.write(piece);
  inflate.end();
  try {
    await ended;
  } catch (error) {
    if (error instanceof PictureError) throw error;
    throw broken('its raster cannot be decompressed', error);
  }
  if (!rows.isWhole) throw broken('its raster is cut off or has no known filter');
}

function chunksOf(bytes: Buffer): { header: Buffer; data: Buffer[] } {
  const data: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = SIGNATURE_BYTES; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw broken('it is cut off');
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      throw broken('a checksum is wrong');
    const type = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, end - 4);
    if (type === 'IHDR' && length === 13) header = content;
    if (type === 'IDAT') data.push(content);
    if (type === 'IEND') {
      if (header === undefined || data.length === 0) break;
      return { header, data };
    }
    at = end;
  }
  throw broken('it has no header, no raster or no end');
}

interface PassRows {
  readonly count: number;
  /** The filter's byte and the pixels. */
  readonly bytes: number;
}

function rowsOf(width: number, height: number, bits: number): PassRows {
  return { count: width === 0 ? 0 : height, bytes: 1 + Math.ceil((width * bits) / 8) };
}

function passesOf(width: number, height: number, bits: number): PassRows[] {
  return PASSES.map(([x, y, dx, dy]) =>
    rowsOf(Math.max(0, Math.ceil((width - x) / dx)), Math.max(0, Math.ceil((height - y) / dy)), bits),
  );
}

/** Counts the rows that come out of the decompression and looks at each one's filter. */
class Rows {
  readonly #passes: PassRows[];
  #rowsDone = 0;
  /** Bytes of the present row that are still to come; 0 at the start of one. */
  #rest = 0;
  #isWrong = false;
  isTooLong = false;

  constructor(passes: readonly PassRows[]) {
    this.#passes = passes.filter(({ count }) => count > 0);
  }

  get isWhole(): boolean {
    return this.#passes.length === 0 && this.#rest === 0 && !this.#isWrong;
  }

  take(piece: Buffer): void {
    for (let at = 0; at < piece.length; ) {
      if (this.#rest === 0) {
        const pass = this.#passes[0];
        if (pass === undefined) {
          this.isTooLong = true;
          return;
        }
        if ((piece[at] ?? 0) > 4) this.#isWrong = true;
        this.#rest = pass.bytes;
        this.#rowsDone += 1;
        if (this.#rowsDone === pass.count) {
          this.#passes.shift();
          this.#rowsDone = 0;
        }
      }
      const taken = Math.min(this.#rest, piece.length - at);
      this.#rest -= taken;
      at += taken;
    }
  }
}

function broken(why: string, cause?: unknown): PictureError {
  return new PictureError('broken', `The PNG is broken: ${why}.`, { cause });
}
