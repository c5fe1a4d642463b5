import { expect, it } from 'vitest';
import { isName, storableName } from './name.ts';

it.each(['Private', 'E1 | Soldier', 'Ränge', '兵', '👨‍👩‍👧', 'لا‌مان', ' padded '])(
  'takes the name %j',
  (name) => {
    expect(isName(name)).toBe(true);
  },
);

it.each(['\u200b', '\u200d', '  ', '\u3164', '\u0301', 'a\nb', 'a\u0000b', 'a\u2028b', 'a\u200bb', '\ud800'])(
  'refuses the name %j, which cannot be seen or is not one line',
  (name) => {
    expect(isName(name)).toBe(false);
  },
);

it('keeps of somebody else’s name what can be stored', () => {
  expect(storableName('Cap\u0000tain\n')).toBe('Cap tain');
  expect(storableName('\u200b\u200d')).toBe('');
});
