import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimes } from './times.ts';
import { instantOf, wallClockAt } from './wall-clock.ts';

const now = Date.parse('2026-11-22T16:41:00Z');
const utc = { now, timeZone: 'UTC', locale: 'en-US' };

function start(text: string, where = utc): string {
  const later = '<t:4102440000>';
  return new Date(readTimes({ start: text, end: later }, where).startsAt).toISOString();
}
function both(from: string, to: string, where = utc): string[] {
  const { startsAt, endsAt } = readTimes({ start: from, end: to }, where);
  return [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
}

describe('reading the start of an event', () => {
  it.each([
    ['14:30', '2026-11-22T14:30:00.000Z'],
    ['at 14:30', '2026-11-22T14:30:00.000Z'],
    ['14h30', '2026-11-22T14:30:00.000Z'],
    ['1430', '2026-11-22T14:30:00.000Z'],
    ['2:30 PM EST', '2026-11-21T19:30:00.000Z'],
    ['9:30 AM EST', '2026-11-22T14:30:00.000Z'],
    ['2:30pm UTC+2', '2026-11-22T12:30:00.000Z'],
    ['14:30 yesterday', '2026-11-21T14:30:00.000Z'],
    ['yesterday at 2:30 pm', '2026-11-21T14:30:00.000Z'],
    ['2025-11-09 16:00', '2025-11-09T16:00:00.000Z'],
    ['2025-11-09T16:00+02:00', '2025-11-09T14:00:00.000Z'],
    ['9.11.2025 16:00', '2025-11-09T16:00:00.000Z'],
    ['11/9/2025 4:00 PM', '2025-11-09T16:00:00.000Z'],
    ['Nov 9, 4pm', '2026-11-09T16:00:00.000Z'],
    ['saturday 20:00', '2026-11-21T20:00:00.000Z'],
    ['tuesday 20:00', '2026-11-17T20:00:00.000Z'],
    ['2 hours ago', '2026-11-22T14:41:00.000Z'],
    ['noon', '2026-11-22T12:00:00.000Z'],
    ['midnight', '2026-11-22T00:00:00.000Z'],
    ['<t:1762704000:F>', '2025-11-09T16:00:00.000Z'],
    ['<t:1762704000>', '2025-11-09T16:00:00.000Z'],
    ['1762704000', '2025-11-09T16:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(start(text)).toBe(expected);
  });

  it('takes a time of day that is still to come today for yesterday', () => {
    expect(start('23:00')).toBe('2026-11-21T23:00:00.000Z');
  });

  it('takes a time that is minutes away for today, since clocks differ', () => {
    expect(start('16:50')).toBe('2026-11-22T16:50:00.000Z');
  });

  it("uses the clan's time zone, with the offset of that day and not of today", () => {
    const berlin = { ...utc, timeZone: 'Europe/Berlin' };
    expect(start('14:30', berlin)).toBe('2026-11-22T13:30:00.000Z');
    expect(start('2026-07-01 14:30', berlin)).toBe('2026-07-01T12:30:00.000Z');
  });

  it("means the clan's today and yesterday, which may be another day than in UTC", () => {
    const tokyo = { now: Date.parse('2026-11-22T23:30:00Z'), timeZone: 'Asia/Tokyo', locale: 'en-US' };
    expect(start('14:30 yesterday', tokyo)).toBe('2026-11-22T05:30:00.000Z');
    expect(start('today 8am', tokyo)).toBe('2026-11-22T23:00:00.000Z');
    expect(start('8:15', tokyo)).toBe('2026-11-22T23:15:00.000Z');
    const chicago = { now: Date.parse('2026-11-22T03:00:00Z'), timeZone: 'America/Chicago', locale: 'en-US' };
    expect(start('yesterday 20:00', chicago)).toBe('2026-11-21T02:00:00.000Z');
    expect(start('20:00', chicago)).toBe('2026-11-22T02:00:00.000Z');
  });

  it('reads slashed dates day first where the locale does', () => {
    expect(start('9/11/2025 16:00', { ...utc, locale: 'en-GB' })).toBe('2025-11-09T16:00:00.000Z');
  });

  it.each([
    '',
    'hello',
    '25:00',
    'yesterday',
    '14:30 - 15:30',
    '14:30 yesterday and 5pm today',
    '14:30 xyz',
    '3',
    '2025-02-30 16:00',
    '<t:99999999999>',
    '<t:1>',
    '<@123>',
  ])('refuses %j and says how to write it', (text) => {
    expect(() => start(text)).toThrowError(expect.objectContaining({ code: 'bad-time' }));
  });
});

describe('reading start and end together', () => {
  it('puts an end without a date on the day of the start', () => {
    expect(both('2025-11-09 16:00', '17:30')).toEqual([
      '2025-11-09T16:00:00.000Z',
      '2025-11-09T17:30:00.000Z',
    ]);
  });

  it('puts an end that is early in the day into the night after the start', () => {
    expect(both('23:30', '00:30')).toEqual(['2026-11-21T23:30:00.000Z', '2026-11-22T00:30:00.000Z']);
    expect(both('22:00 yesterday', 'midnight')).toEqual([
      '2026-11-21T22:00:00.000Z',
      '2026-11-22T00:00:00.000Z',
    ]);
  });

  it('follows the zone that the end names when it looks for the day', () => {
    expect(both('2025-11-09 23:00 UTC', '7 PM EST')).toEqual([
      '2025-11-09T23:00:00.000Z',
      '2025-11-10T00:00:00.000Z',
    ]);
  });

  it.each([
    ['16:00', '14:00'],
    ['2025-11-09 16:00', '2025-11-09 15:59'],
    ['14:30', '14:30 yesterday'],
  ])('refuses %s to %s, which ends before it starts', (from, to) => {
    expect(() => both(from, to)).toThrowError(expect.objectContaining({ code: 'end-before-start' }));
  });
});

describe('a clock in a time zone', () => {
  it('shows at its instant what it was asked for, except in an hour that is skipped', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2015, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 }),
        (zone, seconds) => {
          const clock = wallClockAt(seconds * 1000, zone);
          expect(wallClockAt(instantOf(clock, zone), zone)).toEqual(clock);
        },
      ),
    );
  });

  it('moves a skipped time on by as much as the clocks were moved', () => {
    const skipped = { year: 2026, month: 3, day: 29, hour: 2, minute: 30, second: 0 };
    expect(new Date(instantOf(skipped, 'Europe/Berlin')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('takes the first of two equal times when clocks are set back', () => {
    const twice = { year: 2026, month: 10, day: 25, hour: 2, minute: 30, second: 0 };
    expect(new Date(instantOf(twice, 'Europe/Berlin')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('reads anything typed as a time or refuses it, and never fails otherwise', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100, unit: 'grapheme' }), (text) => {
        try {
          readTimes({ start: text, end: text }, utc);
        } catch (error) {
          expect(['bad-time', 'end-before-start']).toContain((error as { code?: unknown }).code);
        }
      }),
    );
  });
});
