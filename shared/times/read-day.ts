import { type CalendarDay, weekdayOf } from './candidate-days.ts';
import { DayError, writtenDay } from './day-problem.ts';
import { compareDays, daysAhead } from './days-ahead.ts';
import type { Phrase } from './phrase.ts';
import { readDayPhrases, readPhrases } from './read-phrases.ts';
import type { TimeContext } from './read-time.ts';
import { addDays, wallClockAt } from './wall-clock.ts';

const DISCORD_TIMESTAMP = /^<t:(\d{1,12})(?::[a-zA-Z])?>$/;
/** The same date next year, whichever of the two is a leap year. */
const FARTHEST_DAYS = 366;

/**
 * Reads a whole day, forward, as people type it in English and in the language of `where.locale`: `tomorrow`,
 * `next monday`, `Dec 5`, `5 December`, `the 5th`, `2026-12-05`, `in 3 weeks`, `<t:1796428800:D>`. What is missing of a
 * date is chosen so that it is the next such day of `where.timeZone`, today included. A day that was typed in full
 * (`yesterday`, `2026-11-01`, `last friday`) may lie in the past: the caller decides. Throws `DayError` where the text
 * is not wholly understood, means two days (`friday`, typed on a Friday), names a time of day or lies more than a year
 * ahead.
 */
export function readFutureDay(typed: string, where: TimeContext): CalendarDay {
  const today = dayAt(where.now, where);
  return read(typed, where, today, (phrase) =>
    phrase.daysLong === undefined ? daysAhead(phrase, today, today) : [],
  );
}

/**
 * Reads the last day of a span that begins on `first`. What is missing of a date follows `first` (from monday to
 * friday); `for 2 weeks` and `10 days` are lengths, `first` counted. A day that was typed in full may lie before
 * `first`: the caller decides. Throws `DayError` as `readFutureDay` does.
 */
export function readLastDay(typed: string, first: CalendarDay, where: TimeContext): CalendarDay {
  const today = dayAt(where.now, where);
  return read(typed, where, today, (phrase) => daysAhead(phrase, first, today));
}

function read(
  typed: string,
  where: TimeContext,
  today: CalendarDay,
  daysOf: (phrase: Phrase) => readonly CalendarDay[],
): CalendarDay {
  const seconds = DISCORD_TIMESTAMP.exec(typed.trim())?.[1];
  if (seconds !== undefined) return inReach(dayAt(Number(seconds) * 1000, where), today);
  const readings = readDayPhrases(typed, where.locale).flatMap((phrase) =>
    daysOf(phrase).map((day) => ({ phrase, day })),
  );
  const [reading] = readings;
  if (reading === undefined) {
    const isTime = readPhrases(typed, where.locale).some(hasHour);
    throw new DayError({ kind: isTime ? 'has-hour' : 'not-understood' });
  }
  const written = new Set(readings.map(({ day }) => writtenDay(day)));
  if (written.size > 1) throw new DayError({ kind: 'two-readings', readings: [...written] });
  const { weekday } = reading.phrase;
  if (weekday !== undefined && weekday !== weekdayOf(reading.day)) {
    throw new DayError({ kind: 'other-weekday', day: reading.day });
  }
  return inReach(reading.day, today);
}

function hasHour({ hour, part, day }: Phrase): boolean {
  return hour !== undefined || part !== undefined || (day !== undefined && 'night' in day);
}

function inReach(day: CalendarDay, today: CalendarDay): CalendarDay {
  if (compareDays(day, addDays(today, FARTHEST_DAYS)) > 0) throw new DayError({ kind: 'too-far-ahead', day });
  return day;
}

/** The day that a calendar in the clan's zone shows at that point in time (Unix milliseconds). */
export function dayAt(ms: number, { timeZone }: Pick<TimeContext, 'timeZone'>): CalendarDay {
  const { year, month, day } = wallClockAt(ms, timeZone);
  return { year, month, day };
}
