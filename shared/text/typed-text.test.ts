import { expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { cleanText, lengthOf } from './typed-text.ts';

it.each([
  ['Late\r\nagain\u2028twice\ttoo', 'Late\nagain\ntwice\ttoo'],
  ['  a\u0000b\u202ec\u200b ', 'abc'],
  ['می\u200cخواهم 👨‍👩‍👧', 'می\u200cخواهم 👨‍👩‍👧'],
  ['\u200b \n\u2800\u3164', ''],
  [undefined, ''],
])('of %j is kept %j', (typed, kept) => {
  expect(cleanText(typed)).toBe(kept);
});

it('what was cleaned stays as it is, and nothing that can be seen is lost', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}\p{P}\p{Sm}\p{Sc}]/gu, '');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const kept = cleanText(typed);
      expect(cleanText(kept)).toBe(kept);
      const seen = letters(typed.replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
      expect(letters(kept.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))).toBe(seen);
    }),
  );
});

it('an emoji is one character long', () => {
  expect(lengthOf('a🐺')).toBe(2);
});
