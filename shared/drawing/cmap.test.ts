import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { charactersOf, writeRanges } from './characters.ts';
import { codePointsOf } from './cmap.ts';
import { PACKED_FONTS } from './font-list.ts';

/** A font with nothing in it but a table of characters. */
function fontWith(...subtables: readonly Buffer[]): Buffer {
  const records = Buffer.alloc(4 + subtables.length * 8);
  records.writeUInt16BE(subtables.length, 2);
  let at = records.length;
  for (const [index, table] of subtables.entries()) {
    records.writeUInt16BE(3, 4 + index * 8);
    records.writeUInt16BE(table.readUInt16BE(0) === 4 ? 1 : 10, 6 + index * 8);
    records.writeUInt32BE(at, 8 + index * 8);
    at += table.length;
  }
  const cmap = Buffer.concat([records, ...subtables]);
  const head = Buffer.alloc(28);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(1, 4);
  head.write('cmap', 12, 'latin1');
  head.writeUInt32BE(head.length, 20);
  head.writeUInt32BE(cmap.length, 24);
  return Buffer.concat([head, cmap]);
}

function numbers16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, index * 2);
  return bytes;
}

/** `A` to `C` by a shift, `a` to `c` by a list in which `b` has no glyph, and the segment that ends every such table. */
const FORMAT_4 = numbers16(
  ...[4, 0, 0, 6, 0, 0, 0],
  ...[0x43, 0x63, 0xffff, 0],
  ...[0x41, 0x61, 0xffff],
  ...[-0x40, 0, 1],
  ...[0, 4, 0],
  ...[7, 0, 9],
);
/** U+1F43A to U+1F43C. */
const FORMAT_12 = numbers16(12, 0, 0, 28, 0, 0, 0, 1, 1, 0xf43a, 1, 0xf43c, 0, 1);

describe('the characters of a font', () => {
  it('are read from both forms of their table, without those that have no glyph', () => {
    expect(codePointsOf(fontWith(FORMAT_4, FORMAT_12))).toEqual([
      [0x41, 0x43],
      [0x61, 0x61],
      [0x63, 0x63],
      [0x1f43a, 0x1f43c],
    ]);
  });

  it('are read from a compressed font', () => {
    const latin = PACKED_FONTS.find(({ name }) => name === 'noto-sans-latin-wght-normal');
    const has = charactersOf(codePointsOf(readFileSync(latin?.path() ?? '')));
    expect([...'Aéß7'].map(has)).toEqual([true, true, true, true]);
    expect([...'я漢'].map(has)).toEqual([false, false]);
  });

  it('are written as a text and read back', () => {
    const ranges = [
      [0x20, 0x7e],
      [0x131, 0x131],
      [0x1f43a, 0x1f43c],
    ] as const;
    expect(writeRanges(ranges)).toBe('20-7e 131 1f43a-1f43c');
    const has = charactersOf(writeRanges(ranges));
    expect(['a', 'ı', '\u{1f43b}'].map(has)).toEqual([true, true, true]);
    expect(['\u001f', 'Ĳ', '\u{1f43d}', ''].map(has)).toEqual([false, false, false, false]);
  });

  it('are refused of what is no font', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('wOF2'), Buffer.from('<svg></svg>'.repeat(20))]) {
      expect(() => codePointsOf(bytes)).toThrow();
    }
  });
});
