import { expect, it } from 'vitest';
import { dayOf, dayStart } from './day-start.ts';

const iso = (day: string, zone: string) => new Date(dayStart(dayOf(day), zone)).toISOString();

it('a day begins at midnight of its zone', () => {
  expect(iso('2026-11-28', 'UTC')).toBe('2026-11-28T00:00:00.000Z');
  expect(iso('2026-11-28', 'America/New_York')).toBe('2026-11-28T05:00:00.000Z');
  expect(iso('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
});

it('a day that has no midnight begins when the clocks go on', () => {
  expect(iso('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z');
});

it('a day that has its midnight twice begins with the first one', () => {
  expect(iso('2026-11-01', 'America/Havana')).toBe('2026-11-01T04:00:00.000Z');
});
