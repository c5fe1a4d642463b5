import { expect, it } from 'vitest';
import { RateLimits } from './rate-limits.ts';

it('remembers a bounded number of buckets and forgets the oldest', () => {
  const limits = new RateLimits(2);
  limits.block('a', 100, 0);
  limits.block('b', 100, 0);
  limits.block('c', 100, 0);
  expect(limits.size).toBe(2);
  expect(limits.waitMs(['a'], 0)).toBe(0);
  expect(limits.waitMs(['b', 'c'], 40)).toBe(60);
});

it('keeps the longer of two waits and forgets one that is over', () => {
  const limits = new RateLimits();
  limits.block('a', 100, 0);
  limits.block('a', 50, 0);
  expect(limits.waitMs(['a'], 10)).toBe(90);
  expect(limits.waitMs(['a'], 100)).toBe(0);
  expect(limits.size).toBe(0);
});

it('waits no longer than it was asked to by a clock that was set back', () => {
  const limits = new RateLimits();
  limits.block('a', 100, 86_400_000);
  expect(limits.waitMs(['a'], 0)).toBe(0);
  limits.block('a', 100, 86_400_000);
  limits.block('a', 100, 0);
  expect(limits.waitMs(['a'], 0)).toBe(100);
});
