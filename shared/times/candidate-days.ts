import type { Phrase, TypedDate } from './phrase.ts';
import { addDays, type WallClock } from './wall-clock.ts';

/** A day of the calendar; month 1 to 12. */
export type CalendarDay = Pick<WallClock, 'year' | 'month' | 'day'>;

/** The days that a phrase may mean, the latest first. */
export interface CandidateDays {
  readonly days: readonly CalendarDay[];
  /** `one`: it was typed which. `open`: a year, a month, a week or a day is missing. */
  readonly kind: 'one' | 'open';
}

/** Until this hour "tonight" may be the night that is about to end. */
const NIGHT_ENDS = 6;
const YEARS_BACK = 8;
const MONTHS_BACK = 12;

/**
 * The days that a phrase names, seen from a moment in the zone that counts. Where the year, the month, the week or the
 * day was not typed there are several: up to one after that moment's, the rest before it.
 */
export function candidateDays(phrase: Phrase, now: WallClock): CandidateDays {
  const { date, day, weekday, week } = phrase;
  if (date !== undefined) return datesOf(date, now);
  if (day !== undefined) {
    if ('days' in day) return { kind: 'one', days: [addDays(now, day.days)] };
    if (day.night === 'this' && now.hour >= NIGHT_ENDS) return { kind: 'one', days: [now] };
    const evenings = day.night === 'last' ? [-1, -2] : [0, -1];
    return { kind: 'open', days: evenings.map((days) => addDays(now, days)) };
  }
  if (weekday === undefined) return { kind: 'open', days: [1, 0, -1].map((days) => addDays(now, days)) };
  if (week === undefined) return { kind: 'open', days: weekdays(weekday, now, 7, -7) };
  if (week === 'last') return { kind: 'one', days: weekdays(weekday, now, -1, -7) };
  if (week === 'next') return { kind: 'one', days: weekdays(weekday, now, 7, 1) };
  // Weeks begin on Monday, as the leaderboard's do.
  const monday = addDays(now, -((weekdayOf(now) + 6) % 7));
  return { kind: 'one', days: [addDays(monday, 7 * week + ((weekday + 6) % 7))] };
}

/** 0 is Sunday. */
export function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function weekdays(weekday: number, today: CalendarDay, from: number, to: number): readonly CalendarDay[] {
  const days = Array.from({ length: from - to + 1 }, (_, index) => addDays(today, from - index));
  return days.filter((day) => weekdayOf(day) === weekday);
}

function datesOf({ year, month, day }: TypedDate, today: CalendarDay): CandidateDays {
  if (month === undefined) {
    const months = Array.from({ length: MONTHS_BACK + 2 }, (_, back) => monthBack(today, back - 1));
    return { kind: 'open', days: months.map((one) => ({ ...one, day })).filter(exists) };
  }
  if (year !== undefined) return { kind: 'one', days: [{ year, month, day }] };
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, back) => today.year + 1 - back);
  return { kind: 'open', days: years.map((one) => ({ year: one, month, day })).filter(exists) };
}

function monthBack({ year, month }: CalendarDay, back: number): { year: number; month: number } {
  const months = year * 12 + month - 1 - back;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

function exists({ year, month, day }: CalendarDay): boolean {
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
