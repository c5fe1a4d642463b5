import { describe, expect, it } from 'vitest';
import { UserError } from '../../shared/errors/user-error.ts';
import { readTimes } from '../../shared/events/times.ts';
import { instantsOf, wallClockAt } from '../../shared/times/wall-clock.ts';

/** Phrases parted by ` | `, under the local time that they mean: `11-27 20:00`, or `refused`. */
export type Phrases = Readonly<Record<string, string>>;

export interface TypedPhrases {
  readonly locales: readonly string[];
  /** Starts, on a Saturday, 2026-11-28 at 20:00 local time. */
  readonly starts: Phrases;
  /** Ends of something that began on that day at 18:00. */
  readonly ends: Phrases;
}

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'America/Mexico_City',
  'Asia/Kolkata',
  'Pacific/Auckland',
];
/** The latest instant that any end may be, so that only the start is looked at. */
const LATER = '<t:4102440000>';

/** What each phrase of a language is read as, in its locales and several zones. */
export function describePhrases({ locales, starts, ends }: TypedPhrases): void {
  describe.each(locales)('in %s', (locale) => {
    it.each(ZONES)('each start is read rightly or refused in %s', (timeZone) => {
      const where = { locale, timeZone, now: instantIn(timeZone, 20) };
      expect(
        readAll(starts, (text) => readTimes({ start: text, end: LATER }, where).times.startsAt, timeZone),
      ).toEqual(listed(starts));
    });

    it.each(ZONES)('each end is read rightly or refused in %s', (timeZone) => {
      const where = { locale, timeZone, now: instantIn(timeZone, 20) };
      const start = '2026-11-28 18:00';
      expect(readAll(ends, (text) => readTimes({ start, end: text }, where).times.endsAt, timeZone)).toEqual(
        listed(ends),
      );
    });
  });
}

function instantIn(timeZone: string, hour: number): number {
  const [ms = 0] = instantsOf({ year: 2026, month: 11, day: 28, hour, minute: 0, second: 0 }, timeZone);
  return ms;
}

/** `phrase = time`, a line each. */
export function listed(phrases: Phrases): readonly string[] {
  return Object.entries(phrases).flatMap(([meaning, texts]) =>
    texts.split(' | ').map((text) => `${text} = ${meaning}`),
  );
}

function readAll(phrases: Phrases, read: (text: string) => number, timeZone: string): readonly string[] {
  return Object.values(phrases).flatMap((texts) =>
    texts.split(' | ').map((text) => {
      try {
        return `${text} = ${local(read(text), timeZone)}`;
      } catch (error) {
        if (error instanceof UserError) return `${text} = refused`;
        throw error;
      }
    }),
  );
}

function local(ms: number, timeZone: string): string {
  const { year, month, day, hour, minute } = wallClockAt(ms, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year === 2026 ? '' : `${year}-`}${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}
