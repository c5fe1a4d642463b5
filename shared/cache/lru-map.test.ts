import { expect, it } from 'vitest';
import { LruMap } from './lru-map.ts';

it('keeps the entries used last, whether read or written, and says what left', () => {
  const dropped: number[] = [];
  const map = new LruMap<string, number>(2, (value) => dropped.push(value));
  map.set('a', 1);
  map.set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  expect(dropped).toEqual([2]);
});

it('says nothing of an entry that was replaced or deleted', () => {
  const dropped: number[] = [];
  const map = new LruMap<string, number>(1, (value) => dropped.push(value));
  map.set('a', 1);
  map.set('a', 2);
  map.delete('a');
  map.set('b', 3);
  expect([map.values(), map.size, dropped]).toEqual([[3], 1, []]);
  map.clear();
  expect(map.size).toBe(0);
});
