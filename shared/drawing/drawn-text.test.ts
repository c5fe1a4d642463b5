import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NAMES } from '../../scripts/pictures/names.ts';
import { drawnText, REPLACEMENT } from './drawn-text.ts';
import { packedFonts } from './font-index.ts';

const fonts = packedFonts();
const drawn = (text: string, max = 60) => drawnText(text, fonts, max);

describe('the fonts that come with the bot', () => {
  it('take 10 MB at most', () => {
    const bytes = fonts.reduce((sum, { path }) => sum + statSync(path).size, 0);
    expect(bytes).toBeLessThanOrEqual(10_000_000);
  });

  it.each(NAMES)('have every character of %s', (name) => {
    expect(drawn(name).text).not.toContain(REPLACEMENT);
  });

  it('are asked for Han characters in the form of the text that they stand in', () => {
    expect(drawn('さくら漢字').fonts.every((name) => !/-(sc|tc)-/.test(name))).toBe(true);
    expect(drawn('简体漢字').fonts.some((name) => /-sc-/.test(name))).toBe(true);
  });

  it('leave an emoji to the one that draws emoji, also where another has the sign', () => {
    expect(drawn('❤️').fonts).toContain('twemoji');
    expect(drawn('1').fonts).toEqual(['noto-sans-latin-wght-normal']);
  });
});

describe('a text as it is drawn', () => {
  it.each([
    ['\u{10fffd}x', `${REPLACEMENT}x`],
    ['\u202eevil\u202c', 'evil'],
    ['two\nlines\tand  spaces ', 'two lines and spaces'],
    [`Z${'\u0301'.repeat(40)}`, `Ź${'\u0301'.repeat(4)}`],
    ['a\u0334b', 'ab'],
    ['', ''],
    ['\u200b', ''],
    ['\ud800', ''],
  ])('is right or replaced: %j', (text, wanted) => {
    expect(drawn(text).text).toBe(wanted);
  });

  it('is cut between characters as people see them', () => {
    expect(drawn('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2).text).toBe('👨‍👩‍👧‍👦…');
    expect(drawn('abcdef', 3).text).toBe('ab…');
    expect(drawn('abc', 3).text).toBe('abc');
  });
});
