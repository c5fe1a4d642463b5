import { brotliDecompressSync } from 'node:zlib';

/** The first and the last of code points that follow each other, both included. */
export type Range = readonly [first: number, last: number];

/**
 * The code points that a font has glyphs for, in ranges that rise; of a TTF, OTF or WOFF2. Throws `RangeError` or
 * `TypeError` when it is none. Source: the OpenType specification, cmap (formats 4 and 12); WOFF 2.0, 4.1 and 5.
 */
export function codePointsOf(font: Buffer): Range[] {
  const cmap = font.toString('latin1', 0, 4) === 'wOF2' ? cmapOfWoff2(font) : cmapOfSfnt(font);
  const points = new Set<number>();
  for (const table of subtablesOf(cmap)) {
    const format = table.readUInt16BE(0);
    if (format === 4) for (const point of pointsOfFormat4(table)) points.add(point);
    if (format === 12) for (const point of pointsOfFormat12(table)) points.add(point);
  }
  return rangesOf([...points].sort((a, b) => a - b));
}

function cmapOfSfnt(font: Buffer): Buffer {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue;
    const start = font.readUInt32BE(at + 8);
    return font.subarray(start, start + font.readUInt32BE(at + 12));
  }
  throw new TypeError('The font has no table of its characters (cmap).');
}

/** By their number in a WOFF2's directory: those that are not listed carry their name. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const NAMED = 63;
/** A glyf or loca table is transformed unless this version says it is not; any other table the other way round. */
const NOT_TRANSFORMED = 3;

function cmapOfWoff2(font: Buffer): Buffer {
  const tables = font.readUInt16BE(12);
  let [at, start] = [48, 0];
  let cmap: readonly [start: number, length: number] | undefined;
  const readLength = () => {
    let length = 0;
    for (;;) {
      const byte = font.readUInt8(at);
      at += 1;
      length = length * 128 + (byte % 128);
      if (byte < 128) return length;
    }
  };
  for (let index = 0; index < tables; index += 1) {
    const flags = font.readUInt8(at);
    at += 1;
    const tag = flags % 64;
    if (tag === NAMED) at += 4;
    const isGlyphs = tag === GLYF || tag === LOCA;
    const version = flags >> 6;
    let length = readLength();
    if (isGlyphs ? version !== NOT_TRANSFORMED : version !== 0) length = readLength();
    if (tag === CMAP) cmap = [start, length];
    start += length;
  }
  if (cmap === undefined) throw new TypeError('The font has no table of its characters (cmap).');
  const content = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)));
  return content.subarray(cmap[0], cmap[0] + cmap[1]);
}

/** Those for Unicode. */
function subtablesOf(cmap: Buffer): Buffer[] {
  const subtables: Buffer[] = [];
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const platform = cmap.readUInt16BE(4 + index * 8);
    const encoding = cmap.readUInt16BE(6 + index * 8);
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (isUnicode) subtables.push(cmap.subarray(cmap.readUInt32BE(8 + index * 8)));
  }
  return subtables;
}

function* pointsOfFormat4(table: Buffer): Generator<number> {
  const bytes = table.readUInt16BE(6);
  const ends = 14;
  const starts = ends + bytes + 2;
  const deltas = starts + bytes;
  const offsets = deltas + bytes;
  for (let at = 0; at < bytes; at += 2) {
    const last = table.readUInt16BE(ends + at);
    const first = table.readUInt16BE(starts + at);
    const delta = table.readUInt16BE(deltas + at);
    const offset = table.readUInt16BE(offsets + at);
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const glyph =
        offset === 0 ? point : table.readUInt16BE(offsets + at + offset + (point - first) * 2) || -delta;
      if ((glyph + delta) % 0x10000 !== 0) yield point;
    }
  }
}

function* pointsOfFormat12(table: Buffer): Generator<number> {
  for (let index = 0; index < table.readUInt32BE(12); index += 1) {
    const at = 16 + index * 12;
    const [first, last] = [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
    for (let point = first; point <= last && point <= 0x10ffff; point += 1) yield point;
  }
}

function rangesOf(points: readonly number[]): Range[] {
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}
