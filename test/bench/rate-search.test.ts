import { describe, expect, it } from 'vitest';
import { RateSearch } from './rate-search.ts';

/** A service that keeps every rate up to `capacity`. */
function searched(capacity: number): RateSearch {
  const search = new RateSearch();
  while (!search.isFound) search.judge(search.rate <= capacity);
  return search;
}

describe('the search for the highest rate', () => {
  it.each([25, 70, 79.9, 100, 794])(
    'holds a rate a little below %d, which is the highest that is kept',
    (capacity) => {
      const { rate } = searched(capacity);
      expect(rate).toBeLessThanOrEqual(capacity * 0.9);
      expect(rate).toBeGreaterThan(capacity * 0.75);
    },
  );

  it('never goes up once the rate is found, and a tenth down when it was not kept', () => {
    const search = searched(70);
    const found = search.rate;
    for (let window = 0; window < 100; window += 1) search.judge(true);
    expect(search.rate).toBe(found);
    search.judge(false);
    search.judge(true);
    expect(search.rate).toBeCloseTo(found * 0.9);
  });

  it('tries a rate that was not kept once more', () => {
    const search = new RateSearch();
    search.judge(true);
    const { rate } = search;
    search.judge(false);
    expect(search.rate).toBe(rate);
    search.judge(true);
    expect(search.rate).toBe(2 * rate);
    search.judge(false);
    search.judge(false);
    expect(search.rate).toBeLessThan(2 * rate);
  });
});
