import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { numberFormat } from './number-format.ts';

describe('a number', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567, '1,234,567'],
    [-12_345, '-12,345'],
  ])('%i reads %s in English', (value, text) => {
    expect(numberFormat('en-US').format(value)).toBe(text);
  });

  it('reads as Intl would have it, in English and elsewhere', () => {
    const value = fc.oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: -5000, max: 5000 }),
      fc.double({ noNaN: true }),
    );
    const locale = fc.constantFrom('en', 'en-US', 'en-GB', 'de-DE', 'fr', 'hi-IN', 'ar-EG');
    fc.assert(
      fc.property(locale, value, (where, number) => {
        // Intl tells -0 from 0, which no count is.
        const wanted = new Intl.NumberFormat(where).format(number === 0 ? 0 : number);
        expect(numberFormat(where).format(number === 0 ? 0 : number)).toBe(wanted);
      }),
    );
  });
});
