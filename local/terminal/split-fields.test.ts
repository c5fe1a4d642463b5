import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { firstField, splitAtBar, splitFields, splitList, unquoted } from './split-fields.ts';

describe('splitFields', () => {
  it('splits at known names only, so that a value may hold colons and spaces', () => {
    expect(
      splitFields('member:@Wolf reason:good: at 18:00 amount:5', ['member', 'amount', 'reason']),
    ).toEqual({
      before: '',
      values: { member: '@Wolf', reason: 'good: at 18:00', amount: '5' },
    });
  });

  it('gives what stands before the first name, and takes names in either case', () => {
    expect(splitFields('Wolf Period:week', ['username', 'period'])).toEqual({
      before: 'Wolf',
      values: { period: 'week' },
    });
  });

  it('takes the longer of two names that begin alike, and no name inside a word', () => {
    expect(splitFields('start:1 start time:2 restart:3', ['start', 'start time']).values).toEqual({
      start: '1',
      'start time': '2 restart:3',
    });
  });

  it('takes the quotes off a value', () => {
    expect(splitFields('reason:"two  words" amount:5', ['reason', 'amount']).values).toEqual({
      reason: 'two  words',
      amount: '5',
    });
    expect(unquoted('"')).toBe('"');
  });

  it('leaves alone what stands in quotes: names, bars and commas', () => {
    expect(splitFields('reason:"see amount:5 | note:6" amount:7', ['reason', 'amount']).values).toEqual({
      reason: 'see amount:5 | note:6',
      amount: '7',
    });
    expect(splitAtBar('/a reason:"x | y" | note:z')).toEqual(['/a reason:"x | y"', 'note:z']);
    expect(splitAtBar('/a size:6" tall | note:z')).toEqual(['/a size:6" tall', 'note:z']);
    expect(splitList('a, "b, c",, d')).toEqual(['a', 'b, c', 'd']);
    expect(firstField('"amout:5"')).toBeUndefined();
  });

  it('names the first field of a text, for saying that there is none such', () => {
    expect(firstField('@Wolf amout:5')).toBe('amout');
    expect(firstField('at 18:00')).toBe('18');
    expect(firstField('https://example.org')).toBe('https');
    expect(firstField('no field')).toBeUndefined();
  });

  it('gives back every pair that was written, whatever the values are', () => {
    const value = fc.stringMatching(/^[a-z0-9@#.,-]{1,20}$/);
    fc.assert(
      fc.property(value, value, (first, second) => {
        const { values } = splitFields(`one:${first} two:${second}`, ['one', 'two']);
        expect(values).toEqual({ one: first, two: second });
      }),
    );
  });
});
