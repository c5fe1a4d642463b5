import { describe, expect, it } from 'vitest';
import { writtenDay } from './day-problem.ts';
import { readFutureDay, readLastDay } from './read-day.ts';
import { readEndTime, readPastTime } from './read-time.ts';
import { dayExamples, timeExamples } from './time-examples.ts';
import { wallClockAt } from './wall-clock.ts';

const LOCALES = ['en-US', 'en-GB', 'de', 'es-ES', 'es-419', 'fr', 'pt-BR'];
const ZONES = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'America/Los_Angeles', 'Pacific/Auckland'];
const NOW = Date.parse('2026-11-28T20:00:00Z');
/** Each weekday, each month and both ends of a month are among them. */
const MOMENTS = Array.from({ length: 70 }, (_, index) => NOW - (index * 5.25 * 24 + 3) * 3_600_000);
const STYLES = ['full', 'long', 'medium', 'short'] as const;

describe.each(LOCALES)('in %s', (locale) => {
  it.each(STYLES)('a date and time as Discord and Intl write it (%s) is read back', (dateStyle) => {
    for (const timeZone of ZONES) {
      const format = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone });
      for (const ms of MOMENTS) {
        const written = format.format(ms);
        const { ms: read } = readPastTime(written, { now: NOW, timeZone, locale });
        expect(`${written}: ${new Date(read).toISOString()}`).toBe(
          `${written}: ${new Date(ms).toISOString()}`,
        );
      }
    }
  });

  it.each(STYLES)('a day as Intl writes it (%s) is read back', (dateStyle) => {
    for (const ms of MOMENTS) {
      const written = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(ms);
      const read = writtenDay(readFutureDay(written, { now: NOW, timeZone: 'UTC', locale }));
      expect(`${written}: ${read}`).toBe(`${written}: ${writtenDay(wallClockAt(ms, 'UTC'))}`);
    }
  });

  it('the examples of a refusal are read, as a time that is past or a day to come', () => {
    for (const timeZone of ZONES) {
      const where = { now: NOW, timeZone, locale };
      for (const example of timeExamples('start', where)) {
        expect(readPastTime(example, where).ms).toBeLessThanOrEqual(NOW);
      }
      const start = readPastTime('2026-11-27 15:00', where);
      for (const example of timeExamples('end', where)) {
        expect(readEndTime(example, start, where).ms).toBeGreaterThan(start.ms);
      }
      const today = writtenDay(wallClockAt(NOW, timeZone));
      for (const example of dayExamples('first', where)) {
        expect(writtenDay(readFutureDay(example, where)) > today).toBe(true);
      }
      const first = { year: 2026, month: 11, day: 30 };
      for (const example of dayExamples('last', where)) {
        expect(writtenDay(readLastDay(example, first, where)) > '2026-11-28').toBe(true);
      }
    }
  });
});
