import { crc32, deflateSync } from 'node:zlib';

/** Pixels as RGBA, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Discord's own background, in its dark look. */
const BACKGROUND = [0x31, 0x33, 0x38] as const;

/** Shades that nobody tells apart make the file larger. */
const STEP = 3;

/** Pictures in rows beside each other, each at one `shrink`th of its size, as PNG. Those of a row are of one height. */
export function sheetOf(
  rows: readonly (readonly Pixels[])[],
  { shrink, gap }: { readonly shrink: number; readonly gap: number },
): Buffer {
  const small = (length: number) => Math.floor(length / shrink);
  const widthOf = (row: readonly Pixels[]) => row.reduce((sum, { width }) => sum + small(width) + gap, gap);
  const width = Math.max(...rows.map(widthOf));
  const height = rows.reduce((sum, row) => sum + small(row[0]?.height ?? 0) + gap, gap);
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = BACKGROUND[at % 3] ?? 0;
  let top = gap;
  for (const row of rows) {
    let left = gap;
    for (const picture of row) {
      for (let y = 0; y < small(picture.height); y += 1) {
        for (let x = 0; x < small(picture.width); x += 1) {
          pixels.set(average(picture, x * shrink, y * shrink, shrink), ((top + y) * width + left + x) * 3);
        }
      }
      left += small(picture.width) + gap;
    }
    top += small(row[0]?.height ?? 0) + gap;
  }
  return pngOf(pixels, width, height);
}

/** The colour of a square, on the background. */
function average({ data, width }: Pixels, left: number, top: number, side: number): number[] {
  const sums = [0, 0, 0];
  for (let y = top; y < top + side; y += 1) {
    for (let x = left; x < left + side; x += 1) {
      const at = (y * width + x) * 4;
      const alpha = (data[at + 3] ?? 0) / 255;
      for (const [index, back] of BACKGROUND.entries()) {
        sums[index] = (sums[index] ?? 0) + (data[at + index] ?? 0) * alpha + back * (1 - alpha);
      }
    }
  }
  return sums.map((sum) => Math.min(255, Math.round(sum / side ** 2 / STEP) * STEP));
}

/** Each row as its difference from the one above. Source: the PNG specification, filter type 2. */
function pngOf(pixels: Uint8Array, width: number, height: number): Buffer {
  const bytes = width * 3;
  const raster = Buffer.alloc((bytes + 1) * height);
  for (let y = 0; y < height; y += 1) {
    raster[y * (bytes + 1)] = 2;
    for (let x = 0; x < bytes; x += 1) {
      const above = y === 0 ? 0 : (pixels[(y - 1) * bytes + x] ?? 0);
      raster[y * (bytes + 1) + 1 + x] = ((pixels[y * bytes + x] ?? 0) - above) & 0xff;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raster, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
