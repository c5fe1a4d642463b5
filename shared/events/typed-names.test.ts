import { describe, expect, it } from 'vitest';
import { FUZZ_SEED, fc } from '../../test/support/fuzz-seed.ts';
import { joinedNames, typedNames } from './typed-names.ts';

/** 3 to 20 letters, digits and one underscore that is not at an end: what Roblox takes as a name. */
const name = fc
  .stringMatching(/^[A-Za-z0-9]{1,9}_?[A-Za-z0-9]{2,10}$/)
  .filter((one) => one.toLowerCase() !== 'and');
const names = fc.array(name, { minLength: 1, maxLength: 40 });

const LAYOUTS: Readonly<Record<string, (names: readonly string[]) => string>> = {
  'parted by commas': (list) => list.join(', '),
  'by commas without spaces': (list) => list.join(','),
  'by semicolons': (list) => list.join('; '),
  'by line ends': (list) => list.join('\n'),
  'by line ends of Windows': (list) => list.join('\r\n'),
  'by tabs': (list) => list.join('\t'),
  'by full-width commas': (list) => list.join('，'),
  'by ideographic commas': (list) => list.join('、'),
  'with spaces around': (list) => list.map((one) => `  ${one}\u00a0 `).join(','),
  'with empty places': (list) => `,${list.join(',\n\n, ')},\n`,
  'numbered with dots': (list) => list.map((one, at) => `${at + 1}. ${one}`).join('\n'),
  'numbered without spaces': (list) => list.map((one, at) => `${at + 1}.${one}`).join('\n'),
  'numbered with brackets': (list) => list.map((one, at) => `${at + 1}) ${one}`).join('\n'),
  'numbered in brackets': (list) => list.map((one, at) => ` (${at + 1}) ${one}`).join('\n'),
  'numbered with dashes': (list) => list.map((one, at) => `${at + 1} - ${one}`).join('\n'),
  'with @ before': (list) => list.map((one) => `@${one}`).join(', '),
  'in quotes': (list) => list.map((one) => `"${one}"`).join(', '),
  ...Object.fromEntries(
    [...'-–•●*+'].flatMap((mark) => [
      [`with ${mark} before`, (list: readonly string[]) => list.map((one) => `${mark} ${one}`).join('\n')],
      [
        `with ${mark} at once before`,
        (list: readonly string[]) => list.map((one) => `${mark}${one}`).join('\n'),
      ],
    ]),
  ),
};

describe(`a pasted list (FUZZ_SEED=${FUZZ_SEED})`, () => {
  it.each(Object.keys(LAYOUTS))('%s is read as exactly its names', (layout) => {
    fc.assert(
      fc.property(names, (list) => {
        expect(typedNames(LAYOUTS[layout]?.(list) ?? '')).toEqual(list);
      }),
    );
  });

  it('of mentions in a row, with or without something between, is read as exactly these', () => {
    const mention = fc.stringMatching(/^<@!?[1-9]\d{16,19}>$/);
    const between = fc.constantFrom('', ' ', ', ', '\n', ' and ', ' & ', '\n- ', '\t');
    fc.assert(
      fc.property(fc.array(mention, { minLength: 1, maxLength: 30 }), between, (list, by) => {
        expect(typedNames(list.join(by))).toEqual(list);
      }),
    );
  });

  it('of names with "and" or "&" between is offered as these names', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(' and ', ' & ', '&', ' AND '),
        (list, by) => {
          const [whole = ''] = typedNames(list.join(by));
          expect(joinedNames(whole)).toEqual(list);
        },
      ),
    );
  });

  it('keeps mentions and names apart that stand side by side', () => {
    expect(typedNames('Wolf <@200000000000000001> Fox_1, and Owl')).toEqual([
      'Wolf',
      '<@200000000000000001>',
      'Fox_1',
      'and Owl',
    ]);
    expect(joinedNames('and Owl')).toEqual(['Owl']);
    expect(joinedNames('Sandman')).toBeUndefined();
  });
});
