import { describe, expect, it } from 'vitest';
import { createRequestAge } from './request-age.ts';

const NOW = 1_796_000_000_000;
const MINUTE = 60_000;

describe('the age of a request', () => {
  it('is what it took longer than the fastest one', () => {
    const ageOf = createRequestAge();
    expect(ageOf(NOW, NOW + 900)).toBe(0);
    expect(ageOf(NOW, NOW + 200)).toBe(0);
    expect(ageOf(NOW, NOW + 900)).toBe(700);
    expect(ageOf(NOW, NOW + 5_200)).toBe(5_000);
  });

  it.each([-10_000, 10_000])('is the same beside a clock that is off by %i ms', (off) => {
    const ageOf = createRequestAge();
    expect(ageOf(NOW, NOW + off + 100)).toBe(0);
    expect(ageOf(NOW + 1_000, NOW + off + 1_600)).toBe(500);
  });

  it('is measured by the last 10 minutes: a clock that was set right later is believed again', () => {
    const ageOf = createRequestAge();
    ageOf(NOW, NOW - 8_000);
    expect(ageOf(NOW + 9 * MINUTE, NOW + 9 * MINUTE + 100)).toBe(8_100);
    expect(ageOf(NOW + 10 * MINUTE, NOW + 10 * MINUTE + 100)).toBe(0);
  });

  it('is not made smaller by a request that is sent again later', () => {
    const ageOf = createRequestAge();
    ageOf(NOW, NOW + 100);
    expect(ageOf(NOW, NOW + 4_100)).toBe(4_000);
    expect(ageOf(NOW, NOW + 4_100)).toBe(4_000);
  });
});
