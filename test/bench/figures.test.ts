import { expect, it } from 'vitest';
import { grown } from './figures.ts';

const kept = { roundTrips: { '/xp': 6 }, bundleBytes: { xp: 100_000 } };

it('a count that grew by one is named, and a size that grew by more than a fiftieth', () => {
  expect(grown(kept, kept)).toEqual([]);
  expect(grown(kept, { roundTrips: { '/xp': 7 }, bundleBytes: { xp: 102_001 } })).toEqual([
    '/xp: 7 round trips, was 6',
    'xp: 102001 bytes, was 100000',
  ]);
});

it('what became smaller is fine, and what is new has to be kept', () => {
  expect(grown(kept, { roundTrips: {}, bundleBytes: { xp: 102_000, setup: 5 } })).toEqual([
    'setup: 5 bytes, and no figure was kept',
  ]);
});
