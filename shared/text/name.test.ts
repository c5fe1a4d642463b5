import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { isName, lookOf, storableName } from './name.ts';

describe('a name', () => {
  it.each([
    'Private',
    'E1 | Soldier',
    'Ränge',
    '兵',
    ' padded ',
    // Emoji: a family, a flag of tags, a heart and a digit with their form, a shade of skin, one that is newer than Unicode here.
    '👨‍👩‍👧',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '❤️',
    '1️⃣',
    '👍🏽',
    '\u{1fadd}',
    // Persian and Hindi with joiners; Hebrew and Arabic with a mark behind their punctuation; Mongolian with a form.
    'می\u200cخواهم',
    'क्\u200dष',
    'שלום!\u200f',
    'Gen. عربي (1)\u200f',
    '\u1820\u180b',
  ])('is taken: %j', (name) => {
    expect(isName(name)).toBe(true);
    expect(storableName(name)).toBe(name.trim());
  });

  it.each([
    ['\u200b', ''],
    ['\u200d', ''],
    ['  ', ''],
    ['\u3164', ''],
    ['\u2800', ''],
    ['\u0301', ''],
    ['\ufe0f', ''],
    ['\ud800', ''],
    ['a\nb', 'a b'],
    ['a\u0000b', 'a b'],
    ['a\u2028b', 'a b'],
    ['a\tb', 'a b'],
    ['a\u200bb', 'ab'],
    ['a\u00adb', 'ab'],
    ['a\u3164b', 'ab'],
    ['\ufeffa', 'a'],
    ['a\u202eb', 'ab'],
    ['a\u2066b\u2069', 'ab'],
    ['a\u200d', 'a'],
    ['\u200da', 'a'],
    ['a \u200cb', 'a b'],
    ['a\u200d\u200db', 'ab'],
    ['a\u200e\u200eb', 'a\u200eb'],
    ['a\u{e0041}', 'a'],
    ['🏴\u{e0067}', '🏴'],
  ])('is refused: %j, and kept of somebody else’s as %j', (name, kept) => {
    expect(isName(name)).toBe(false);
    expect(storableName(name)).toBe(kept);
  });

  it('that can be stored is seen, on one line, turns no writing and is the same when it is cleaned again', () => {
    const odd = fc.constantFrom(
      ...'a א\u0301\u200b\u200c\u200d\u200e\u200f\u202e\u2067\u2069\u00ad\u3164\ufe0f\u2028\n\0\t👩🏴\u{e0067}\u{e007f}',
    );
    const text = fc.oneof(fc.string({ unit: odd }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, (typed) => {
        const name = storableName(typed);
        expect(isName(name)).toBe(true);
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u200b\u00ad\u202a-\u202e\u2066-\u2069]/u);
        if (name !== '') expect(name).toMatch(/\p{Extended_Pictographic}|[^\p{C}\p{Z}\p{M}]/u);
        expect(storableName(name)).toBe(name);
        if (isName(typed)) expect(storableName(typed)).toBe(typed.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 2000 },
    );
  });
});

it('names look the same when only spaces, composition or invisible marks differ', () => {
  expect(lookOf(' Cap\u200e\u00ad  tain é ')).toBe(lookOf('Cap tain e\u0301'));
  expect(lookOf('Captain')).not.toBe(lookOf('Captаin'));
});
