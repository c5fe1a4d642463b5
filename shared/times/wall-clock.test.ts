import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { addDays, instantsOf, offsetMinutesAt, utcOf, wallClockAt } from './wall-clock.ts';

const ZONES = [
  'UTC',
  'Etc/UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Havana',
  'Pacific/Apia',
];
const clock = (text: string) => wallClockAt(Date.parse(`${text}Z`), 'UTC');
const iso = (instants: readonly number[]) => instants.map((ms) => new Date(ms).toISOString().slice(0, 16));

describe('a clock in a time zone', () => {
  it('shows at its instants what it was asked for, and the true instant is among them', () => {
    const seconds = fc.integer({ min: Date.UTC(2015, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES, 330, -210), seconds, (zone, at) => {
        const shown = wallClockAt(at * 1000, zone);
        const instants = instantsOf(shown, zone);
        expect(instants).toContain(at * 1000);
        for (const ms of instants) expect(wallClockAt(ms, zone)).toEqual(shown);
      }),
      { numRuns: 500 },
    );
  });

  it('knows an hour that is left out', () => {
    expect(instantsOf(clock('2026-03-29T02:30:00'), 'Europe/Berlin')).toEqual([]);
    expect(instantsOf(clock('2026-10-04T02:15:00'), 'Australia/Lord_Howe')).toEqual([]);
  });

  it('knows an hour that repeats, the earlier one first', () => {
    expect(iso(instantsOf(clock('2026-10-25T02:30:00'), 'Europe/Berlin'))).toEqual([
      '2026-10-25T00:30',
      '2026-10-25T01:30',
    ]);
    expect(iso(instantsOf(clock('2026-04-05T01:45:00'), 'Australia/Lord_Howe'))).toEqual([
      '2026-04-04T14:45',
      '2026-04-04T15:15',
    ]);
  });

  it('has an offset by the day, and an offset by itself never changes', () => {
    expect(offsetMinutesAt(Date.parse('2026-07-01T12:00:00Z'), 'America/St_Johns')).toBe(-150);
    expect(offsetMinutesAt(Date.parse('2026-12-01T12:00:00Z'), 'America/St_Johns')).toBe(-210);
    expect(offsetMinutesAt(Date.parse('2026-07-01T12:00:00Z'), 330)).toBe(330);
  });

  it('moves over ends of months and years by days', () => {
    expect(utcOf(addDays(clock('2026-12-31T20:00:00'), 1))).toBe(Date.UTC(2027, 0, 1, 20));
    expect(utcOf(addDays(clock('2028-03-01T20:00:00'), -1))).toBe(Date.UTC(2028, 1, 29, 20));
  });
});
