import type { Range } from './cmap.ts';

/** What a font can draw, as text: `20-7e a0-ff 131`, code points in hexadecimal that rise. */
export function writeRanges(ranges: readonly Range[]): string {
  const hex = (point: number) => point.toString(16);
  return ranges
    .map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`))
    .join(' ');
}

/** Whether a character (its first code point) is among those. What is written is read when it is asked for. */
export function charactersOf(written: string | readonly Range[]): (character: string) => boolean {
  let ranges = typeof written === 'string' ? undefined : written;
  return (character) => {
    ranges ??= readRanges(String(written));
    return isIn(ranges, character.codePointAt(0) ?? 0);
  };
}

function readRanges(written: string): Range[] {
  return written.split(' ').map((range) => {
    const [first = '', last = first] = range.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

function isIn(ranges: readonly Range[], point: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] ?? [0, 0];
    if (point < first) high = middle - 1;
    else if (point > last) low = middle + 1;
    else return true;
  }
  return false;
}
