import { describe, expect, it } from 'vitest';
import { UserError } from '../errors/user-error.ts';
import { readTimes } from './times.ts';

/** A Saturday. */
const NOW = '2026-11-28T20:00:00Z';
interface Where {
  readonly now?: string;
  readonly timeZone?: string;
  readonly locale?: string;
}
/** The latest instant that any end may be, so that only the start is looked at. */
const LATER = '<t:4102440000>';

function read(start: string, end: string, { now = NOW, timeZone = 'UTC', locale = 'en-US' }: Where = {}) {
  return readTimes({ start, end }, { now: Date.parse(now), timeZone, locale });
}
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const startOf = (text: string, where?: Where) => iso(read(text, LATER, where).times.startsAt);
function both(start: string, end: string, where?: Where) {
  const { times } = read(start, end, where);
  return [iso(times.startsAt), iso(times.endsAt)];
}
function refusal(start: string, end = LATER, where?: Where): UserError {
  try {
    read(start, end, where);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`${start} was read`);
}
const shown = (text: string) => `<t:${Date.parse(`${text}Z`) / 1000}`;

describe('a date with the name of a month', () => {
  const days = Array.from({ length: 31 }, (_, index) => index + 1);
  it.each(['en-US', 'en-GB', 'de', 'fr', 'pt-BR', 'sv-SE', 'ja', 'hu', 'es-PR'])(
    'is read for every day of October in %s, with and without comma, weekday and year',
    (locale) => {
      const where = { locale, now: '2026-11-01T12:00:00Z' };
      for (const day of days) {
        const expected = `2026-10-${String(day).padStart(2, '0')}T20:00`;
        const weekday = new Date(`${expected}Z`).toLocaleDateString('en-US', { weekday: 'long' });
        for (const text of [
          `Oct ${day}, 8pm`,
          `Oct ${day} 8pm`,
          `${day} Oct 8pm`,
          `${day}. October, 20:00`,
          `${weekday}, Oct ${day}, 8pm`,
          `${weekday.slice(0, 3)} ${day} October 2026 8 PM`,
          `Oct ${day} 2026 20:00`,
        ])
          expect(`${text}: ${startOf(text, where)}`).toBe(`${text}: ${expected}`);
      }
    },
  );

  it.each<[string, string, string]>([
    ['Nov 27 8pm', 'en-GB', '2026-11-27T20:00'],
    ['5 Okt 20:00', 'de', '2026-10-05T20:00'],
    ['27 nov. 20h', 'fr', '2026-11-27T20:00'],
    ['27 de noviembre de 2026 20:00', 'es-ES', '2026-11-27T20:00'],
    ['27 listopada 20:00', 'pl', '2026-11-27T20:00'],
    ['27 ноября 2026 г. 20:00', 'ru', '2026-11-27T20:00'],
    ['Freitag, 27. November 20:00', 'de', '2026-11-27T20:00'],
    ['27 kasım 20:00', 'tr', '2026-11-27T20:00'],
    ['2026年11月27日 20:00', 'ja', '2026-11-27T20:00'],
  ])('reads %s as people of %s write it', (text, locale, expected) => {
    expect(startOf(text, { locale })).toBe(expected);
  });
});

describe('a date in digits', () => {
  it.each<[string, string, string]>([
    ['11/09/2026 20:00', 'en', '2026-11-09T20:00'],
    ['11/09/2026 20:00', 'en-US', '2026-11-09T20:00'],
    ['11/09/2026 20:00', 'en-PH', '2026-11-09T20:00'],
    ['11/09/2026 20:00', 'es-PR', '2026-11-09T20:00'],
    ['09/11/2026 20:00', 'es-US', '2026-11-09T20:00'],
    ['09/11/2026 20:00', 'en-GB', '2026-11-09T20:00'],
    ['2026-11-09 20:00', 'sv-SE', '2026-11-09T20:00'],
    ['26/11/09 20:00', 'ja', '2026-11-09T20:00'],
    ['2026. 11. 09. 20:00', 'ko', '2026-11-09T20:00'],
    ['27. 11. 2026 20:00', 'cs', '2026-11-27T20:00'],
    ['28.11. 20:00', 'en-US', '2026-11-28T20:00'],
    ['28.11 20:00', 'en-US', '2026-11-28T20:00'],
    ['05.11.26 20:00', 'en-US', '2026-11-05T20:00'],
    ['05.11.26 20:00', 'de', '2026-11-05T20:00'],
    ['28. 11. 20:00', 'de', '2026-11-28T20:00'],
    ['10.11 8.30', 'de', '2026-11-10T08:30'],
    ['9-11-26 20:00', 'en-GB', '2026-11-09T20:00'],
    ['27/11 21h', 'en-US', '2026-11-27T21:00'],
    ['11/16/2026-05:00 PM', 'en-GB', '2026-11-16T17:00'],
    ['٢٧/١١ ٢٠:٠٠', 'ar', '2026-11-27T20:00'],
  ])('reads %s in %s', (text, locale, expected) => {
    expect(startOf(text, { locale })).toBe(expected);
  });

  it('says how it was read where a locale writes neither order', () => {
    expect(read('11/09/2026 20:00', LATER, { locale: 'en-CA' }).notes).toEqual([
      expect.stringContaining('day 9 of month 11'),
    ]);
  });

  it('refuses two numbers that both can be the date', () => {
    expect(refusal('10.11 8.10').message).toMatch(/`2026-11-10 08:10` or `2026-10-08 10:11`/);
  });
});

describe('an event lies in the past', () => {
  it.each<[string, string, string]>([
    ['5/11 20:00', 'en-US', '2026-05-11T20:00'],
    ['may 5 14:30', 'en-US', '2026-05-05T14:30'],
    ['dec 25 8pm', 'en-US', '2025-12-25T20:00'],
    ['12/25 8pm', 'en-US', '2025-12-25T20:00'],
    ['9-11-25 20:00', 'en-GB', '2025-11-09T20:00'],
    ['06/16/2025-05:00 PM', 'en-US', '2025-06-16T17:00'],
    ['29 feb 20:00', 'en-US', '2024-02-29T20:00'],
    ['1762704000', 'en-US', '2025-11-09T16:00'],
  ])('so %s in %s is more than 60 days ago, and never to come', (text, locale, understood) => {
    const { code, message } = refusal(text, LATER, { locale });
    expect(code).toBe('bad-time');
    expect(message).toContain('more than 60 days ago');
    expect(message).toContain(shown(understood));
  });

  it.each([
    ['next friday 8pm', '2026-12-04T20:00'],
    ['tomorrow 8pm', '2026-11-29T20:00'],
    ['tonight 11pm', '2026-11-28T23:00'],
    ['friday next week 8pm', undefined],
    ['2026-11-28 20:16', '2026-11-28T20:16'],
    ['<t:4102440000>', undefined],
  ])('so %s is refused with what was understood', (text, understood) => {
    const { message } = refusal(text);
    expect(message).toContain('still to come');
    if (understood !== undefined) expect(message).toContain(shown(understood));
  });

  it('may begin up to 15 minutes ahead, since clocks differ, and up to 60 days ago', () => {
    expect(startOf('20:15')).toBe('2026-11-28T20:15');
    expect(startOf('20:16')).toBe('2026-11-27T20:16');
    expect(startOf('2026-09-29 20:00')).toBe('2026-09-29T20:00');
    expect(refusal('2026-09-29 19:59').message).toContain('60 days');
  });

  it('names the day where its time is missing', () => {
    expect(refusal('9-11-26', LATER, { locale: 'en-GB' }).message).toContain(
      `${shown('2026-11-09T12:00')}:D>, without a time of day`,
    );
  });
});

describe('words for days and nights', () => {
  it.each<[string, string, Where?]>([
    ['last night at 11', '2026-11-27T23:00'],
    ['last night at 11', '2026-11-28T23:00', { now: '2026-11-29T02:00:00Z' }],
    ['last night at 1', '2026-11-29T01:00', { now: '2026-11-29T02:00:00Z' }],
    ['last night 20:00', '2026-11-27T20:00'],
    ['last night at midnight', '2026-11-28T00:00'],
    ['tonight at 11', '2026-11-28T23:00', { now: '2026-11-29T00:30:00Z' }],
    ['this morning at 9', '2026-11-28T09:00'],
    ['yesterday evening at 8', '2026-11-27T20:00'],
    ['8 in the evening', '2026-11-27T20:00', { now: '2026-11-28T12:00:00Z' }],
    ['friday last week 8pm', '2026-11-20T20:00'],
    ['saturday last week 8pm', '2026-11-21T20:00'],
    ['last sunday 3pm', '2026-11-22T15:00'],
    ['last sunday 3pm', '2026-11-22T15:00', { now: '2026-11-29T20:00:00Z' }],
    ['last friday 8pm', '2026-11-27T20:00'],
    ['friday 2 weeks ago 8pm', '2026-11-13T20:00'],
    ['3 days ago at 8pm', '2026-11-25T20:00'],
    ['a week ago at 8pm', '2026-11-21T20:00'],
    ['saturday 8pm', '2026-11-28T20:00'],
    ['saturday 9pm', '2026-11-21T21:00'],
    ['the 27th at 8pm', '2026-11-27T20:00'],
    ['31st 8pm', '2026-10-31T20:00'],
    ['yesterday 8pm ET', '2026-11-28T01:00', { now: '2026-11-29T02:00:00Z' }],
  ])('reads %s as %s', (text, expected, where) => {
    expect(startOf(text, where)).toBe(expected);
  });

  it.each([
    ['friday midnight', /`2026-11-27 00:00` or `2026-11-28 00:00`/],
    ['friday night at 1', /`2026-11-27 01:00` or `2026-11-28 01:00`/],
    ['half past eight', /`2026-11-28 08:30` or `2026-11-27 20:30`/],
    ['yesterday half nine', /`2026-11-27 09:30` or `2026-11-27 21:30`/],
    ['Thursday, Nov 27, 2026 8pm', /day of the week that its date is not/],
  ])('refuses %s, which means two things', (text, message) => {
    expect(refusal(text).message).toMatch(message);
  });
});

describe('an hour', () => {
  it.each([
    ['20h', '2026-11-28T20:00'],
    ['20h30', '2026-11-27T20:30'],
    ['20:30h', '2026-11-27T20:30'],
    ['20 Uhr', '2026-11-28T20:00'],
    ['9 p. m.', '2026-11-27T21:00'],
    ['9a', '2026-11-28T09:00'],
    ['9:30p', '2026-11-27T21:30'],
    ['830pm', '2026-11-27T20:30'],
    ['1430', '2026-11-28T14:30'],
    ['2030h', '2026-11-27T20:30'],
    ['eight pm', '2026-11-28T20:00'],
    ['half nine pm', '2026-11-27T21:30'],
    ['12am', '2026-11-28T00:00'],
    ['12:30 pm', '2026-11-28T12:30'],
    ['24:00', '2026-11-28T00:00'],
    ['2026-11-27 24:00', '2026-11-28T00:00'],
    ['noon', '2026-11-28T12:00'],
  ])('reads %s', (text, expected) => {
    const { times, notes } = read(text, LATER);
    expect(iso(times.startsAt)).toBe(expected);
    expect(notes).toEqual([]);
  });

  it.each([
    ['8', '2026-11-28T08:00', '08:00'],
    ['8:15', '2026-11-28T08:15', '08:15'],
    ['friday 8', '2026-11-27T08:00', '08:00'],
    ['Nov 27 at 12', '2026-11-27T12:00', '12:00'],
    ["8 o'clock", '2026-11-28T08:00', '08:00'],
    ['27/11 - 8h', '2026-11-27T08:00', '08:00'],
    ['quarter to nine', '2026-11-28T08:45', '08:45'],
  ])('reads %s on the 24-hour clock and says so', (text, expected, said) => {
    const { times, notes } = read(text, LATER);
    expect(iso(times.startsAt)).toBe(expected);
    expect(notes).toEqual([expect.stringContaining(`24-hour clock, as ${said}`)]);
  });

  it('says how it read one even where it refuses the two times together', () => {
    expect(refusal('8pm', '9').message).toContain('24-hour clock, as 09:00');
  });

  it.each([
    ['2026-11-27 - 20h', '2026-11-27T20:00'],
    ['friday - 20h', '2026-11-27T20:00'],
    ['27/11 - 20:00', '2026-11-27T20:00'],
  ])('is never subtracted after a dash: %s', (text, expected) => {
    expect(startOf(text)).toBe(expected);
  });
});

describe('a zone that was typed', () => {
  const summer = { now: '2026-07-15T20:00:00Z' };
  it.each<[string, string, Where?]>([
    ['8pm VET', '2026-11-28T00:00'],
    ['8pm NST', '2026-11-27T23:30'],
    ['8pm PYT', '2026-11-27T23:00'],
    ['8pm EET', '2026-11-28T18:00'],
    ['8pm EET', '2026-07-15T17:00', summer],
    ['8pm HST', '2026-11-28T06:00'],
    ['8pm TRT', '2026-11-28T17:00'],
    ['20:00Z', '2026-11-28T20:00'],
    ['8pm PHT', '2026-11-28T12:00'],
    ['8pm eastern', '2026-11-28T01:00'],
    ['8pm eastern time', '2026-07-15T00:00', summer],
    ['2:30pm UTC+2', '2026-11-28T12:30'],
    ['20:00 UTC+5:30', '2026-11-28T14:30'],
    ['20:00+02:00', '2026-11-28T18:00'],
    ['2026-11-27T16:00:00.000-05:00', '2026-11-27T21:00'],
    ['20:00 Asia/Kolkata', '2026-11-28T14:30'],
    ['8pm CAT', '2026-11-28T18:00'],
  ])('is read: %s is %s', (text, expected, where) => {
    expect(startOf(text, where)).toBe(expected);
  });

  it.each<[string, string, string, Where?]>([
    ['8pm IST', '2026-11-28T14:30', 'IST was read as Asia/Kolkata, UTC+05:30'],
    ['8pm CST', '2026-11-28T02:00', 'CST was read as America/Chicago, UTC-06:00'],
    ['8pm BST', '2026-07-15T19:00', 'BST was read as Europe/London, UTC+01:00', summer],
    ['8pm EST', '2026-07-15T00:00', 'EST was read as America/New York, UTC-04:00', summer],
  ])('is said in the reply where %s could be another', (text, expected, said, where) => {
    const { times, notes } = read(text, LATER, where);
    expect(iso(times.startsAt)).toBe(expected);
    expect(notes).toEqual([expect.stringContaining(said)]);
  });

  it('tells two equal hours apart', () => {
    const where = { timeZone: 'America/New_York', now: '2026-11-02T12:00:00Z' };
    expect(startOf('2026-11-01 1:30 am EDT', where)).toBe('2026-11-01T05:30');
    expect(startOf('2026-11-01 1:30 am EST', where)).toBe('2026-11-01T06:30');
    expect(refusal('2026-11-01 1:30 am', LATER, where).message).toMatch(
      /`2026-11-01T01:30-04:00` or `2026-11-01T01:30-05:00`/,
    );
    expect(startOf('2026-11-01T01:30-05:00', where)).toBe('2026-11-01T06:30');
  });

  it('is not seen in a time that its clocks leave out', () => {
    const where = { timeZone: 'Europe/Berlin', now: '2026-03-30T12:00:00Z' };
    expect(refusal('2026-03-29 02:30', LATER, where).message).toContain('were set forward');
  });
});

describe('an end', () => {
  it.each<[string, string, string]>([
    ['8pm', '2 hours later', '2026-11-28T22:00'],
    ['8pm', 'for 2 hours', '2026-11-28T22:00'],
    ['8pm', '+2h', '2026-11-28T22:00'],
    ['8pm', '+ 1:30', '2026-11-28T21:30'],
    ['8pm', 'in 30 minutes', '2026-11-28T20:30'],
    ['8pm', 'for 90 min', '2026-11-28T21:30'],
    ['8pm', '1h 30m', '2026-11-28T21:30'],
    ['8pm', 'an hour and a half later', '2026-11-28T21:30'],
    ['6pm', 'an hour ago', '2026-11-28T19:00'],
    ['6pm', 'now', '2026-11-28T20:00'],
    ['23:30', '00:15', '2026-11-28T00:15'],
    ['22:00 yesterday', 'midnight', '2026-11-28T00:00'],
    ['2026-11-09 16:00', '17:30', '2026-11-09T17:30'],
    ['friday 11pm', 'saturday 1am', '2026-11-28T01:00'],
    ['saturday last week 11pm', 'sunday 1am', '2026-11-22T01:00'],
    ['Nov 8 11pm', 'Nov 9 1am', '2026-11-09T01:00'],
    ['8pm ET', '9pm', '2026-11-28T02:00'],
    ['20:00 UTC+5:30', '21:00', '2026-11-28T15:30'],
    ['2026-11-09 23:00 UTC', '7 PM EST', '2026-11-10T00:00'],
    ['8pm', 'until 9:30pm', '2026-11-28T21:30'],
    ['8pm', '21h', '2026-11-28T21:00'],
  ])('of %s is read: %s', (start, end, expected) => {
    expect(both(start, end)[1]).toBe(expected);
  });

  it.each([
    ['16:00', '14:00 - 15:00', 'bad-time'],
    ['16:00', '2h', 'bad-time'],
    ['16:00', '1h30', 'bad-time'],
    ['16:00', '14:00', 'end-before-start'],
    ['2026-11-09 16:00', '2026-11-09 15:59', 'end-before-start'],
    ['14:30', '14:30 yesterday', 'end-before-start'],
  ])('is refused: %s to %s', (start, end, code) => {
    expect(refusal(start, end).code).toBe(code);
  });

  it('that is an hour for some and a length of time for others is refused with both', () => {
    expect(refusal('8pm', '2h').message).toMatch(/`\+120 min` or `2026-11-29 02:00`/);
  });
});
