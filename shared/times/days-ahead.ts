import { type CalendarDay, weekdayOf } from './candidate-days.ts';
import type { Phrase, TypedDate } from './phrase.ts';
import { addDays } from './wall-clock.ts';

/** From a 29 February to the next one that a century's end leaves out. */
const MONTHS_AHEAD = 97;

/**
 * The days that a phrase may mean, seen forward from `from`: one, or two where nobody can tell. `today` is what "tomorrow" and
 * "next week" count from. A weekday that `from` itself has may mean `from` or a week later. A day that was
 * typed in full may lie in the past.
 */
export function daysAhead(phrase: Phrase, from: CalendarDay, today: CalendarDay): readonly CalendarDay[] {
  const { date, day, weekday, week, daysLong } = phrase;
  if (daysLong !== undefined) return [addDays(from, daysLong - 1)];
  if (date !== undefined) return datesAhead(date, from);
  if (day !== undefined && 'days' in day) {
    const counts = [addDays(today, day.days)];
    // "in 3 weeks" after a first day may count from that day; "the day after tomorrow" never does.
    const mayFollow = day.isNumber === true && day.days > 1;
    return mayFollow ? distinctDays([...counts, addDays(from, day.days)]) : counts;
  }
  if (weekday === undefined) return [];
  const toWeekday = (start: CalendarDay) => addDays(start, (weekday - weekdayOf(start) + 7) % 7);
  if (week === undefined) {
    const next = toWeekday(from);
    return isSameDay(next, from) ? [from, addDays(from, 7)] : [next];
  }
  if (week === 'next') return [toWeekday(addDays(today, 1))];
  if (week === 'last') return [toWeekday(addDays(today, -7))];
  // Weeks begin on Monday, as the leaderboard's do.
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const meant = addDays(monday, 7 * week + ((weekday + 6) % 7));
  return week === 0 && compareDays(meant, today) < 0 ? [meant, addDays(meant, 7)] : [meant];
}

/** Negative where `a` is the earlier one, 0 where they are the same day. */
export function compareDays(a: CalendarDay, b: CalendarDay): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

function isSameDay(a: CalendarDay, b: CalendarDay): boolean {
  return compareDays(a, b) === 0;
}

function distinctDays(days: readonly CalendarDay[]): readonly CalendarDay[] {
  return days.filter((day, index) => days.findIndex((other) => isSameDay(day, other)) === index);
}

function datesAhead(
  { year, month, day, guessedOrder }: TypedDate,
  from: CalendarDay,
): readonly CalendarDay[] {
  if (year !== undefined && month !== undefined) {
    const one = { year, month, day };
    return guessedOrder === true ? [one, { year, month: day, day: month }] : [one];
  }
  const next = Array.from({ length: MONTHS_AHEAD }, (_, ahead) => {
    const months = from.year * 12 + from.month - 1 + ahead;
    return { year: Math.floor(months / 12), month: (months % 12) + 1, day };
  }).find(
    (one) => (month === undefined || one.month === month) && exists(one) && compareDays(one, from) >= 0,
  );
  return next === undefined ? [] : [next];
}

function exists({ year, month, day }: CalendarDay): boolean {
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
