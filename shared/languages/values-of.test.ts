import { expect, it } from 'vitest';
import { valuesOf } from './values-of.ts';

const taken = (name: string, why: string) => `${name} (a role) could not be taken: ${why}`;

it('reads the values of a text back, signs of patterns and line ends in them included', () => {
  expect(valuesOf(taken('E4 | $&.*', 'no.\nnever'), taken)).toEqual(['E4 | $&.*', 'no.\nnever']);
});

it('tells a text without values from others', () => {
  expect(valuesOf('done', () => 'done')).toEqual([]);
  expect(valuesOf('done.', () => 'done')).toBeUndefined();
});

it('reads nothing from another text, or where a value is missing', () => {
  expect(valuesOf('E4 given', taken)).toBeUndefined();
  expect(valuesOf(taken('E4', ''), taken)).toBeUndefined();
});
