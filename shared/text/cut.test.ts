import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { cut } from './cut.ts';

describe('cutting a text', () => {
  it.each([
    ['abcd', 3, 'abc'],
    ['abc', 3, 'abc'],
    ['abc', 0, ''],
    ['abc', -1, ''],
    ['ab\u{1f43a}', 3, 'ab'],
    ['a\u{1f468}\u200d\u{1f469}\u200d\u{1f467}b', 6, 'a'],
    ['ae\u0301b', 2, 'a'],
    ['ae\u0301b', 3, 'ae\u0301'],
    ['\u{1f1e9}\u{1f1ea}\u{1f1eb}\u{1f1f7}', 6, '\u{1f1e9}\u{1f1ea}'],
    ['\u{1f44d}\u{1f3fd}!', 3, '\u{1f44d}'],
  ])('keeps characters of %j whole within %i units', (text, max, wanted) => {
    expect(cut(text, max)).toBe(wanted);
  });

  it('cuts a heap of accents between code points, so that something is left', () => {
    expect(cut(`e${'\u0301'.repeat(500)}`, 200)).toHaveLength(200);
  });

  it('is a beginning, no longer than asked, and never half a pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 20 }), (text, max) => {
        const kept = cut(text, max);
        expect(text.startsWith(kept) && kept.length <= max).toBe(true);
        expect(kept.isWellFormed()).toBe(text.slice(0, kept.length).isWellFormed());
        expect(kept.isWellFormed()).toBe(true);
      }),
    );
  });
});
