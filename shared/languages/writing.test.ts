import { expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { LANGUAGES } from './language.ts';
import { writing } from './writing.ts';

it('numbers are written as Intl writes them, whatever the shortcut', () => {
  for (const language of LANGUAGES) {
    const { number } = writing(language);
    const intl = new Intl.NumberFormat(language);
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true })), (value) => {
        // No text of the bot has a use for a zero below zero.
        expect(number(value)).toBe(intl.format(value === 0 ? 0 : value));
      }),
    );
  }
});

it('plurals are those of Intl, whatever the shortcut', () => {
  const forms = { one: 'one', many: 'many', other: 'other' };
  for (const language of LANGUAGES) {
    const { plural } = writing(language);
    const intl = new Intl.PluralRules(language);
    const count = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer(), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(count, (value) => {
        expect(plural(value, forms)).toBe(intl.select(value));
      }),
    );
  }
});

it.each([
  ['en', 12345, '12,345'],
  ['de', 12345, '12.345'],
  ['es-ES', 1234, '1234'],
  ['es-ES', 12345, '12.345'],
  ['fr', 12345, '12\u202f345'],
  ['pt-BR', 1234, '1.234'],
] as const)('%s writes %d as %s', (language, value, text) => {
  expect(writing(language).number(value)).toBe(text);
});

it('French and Portuguese have no plural for nothing; a form of its own for millions is used where there is one', () => {
  const forms = { one: 'one', other: 'other' };
  expect(LANGUAGES.map((language) => writing(language).plural(0, forms))).toEqual([
    'other',
    'other',
    'other',
    'one',
    'one',
  ]);
  expect(writing('es-ES').plural(1_000_000, { ...forms, many: 'many' })).toBe('many');
  expect(writing('es-ES').plural(1_000_000, forms)).toBe('other');
});
