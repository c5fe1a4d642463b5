import { UserError } from '../errors/user-error.ts';
import type { CalendarDay } from '../times/candidate-days.ts';
import { DayError, writtenDay } from '../times/day-problem.ts';
import { dayStart } from '../times/day-start.ts';
import { dayAt, readFutureDay, readLastDay } from '../times/read-day.ts';
import type { TimeContext } from '../times/read-time.ts';
import { addDays } from '../times/wall-clock.ts';
import { leaveTexts } from './texts.ts';

/** The longest leave, in days. */
export const MOST_DAYS = 90;
const DAY_MS = 86_400_000;

/** The days of a leave, as they were understood. */
export interface LeaveDays {
  /** `2026-11-28`, both included. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Unix milliseconds: the begin of the first day, and the begin of the day after the last one. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * Reads the first and the last day of a leave as a member typed them, forward, in the clan's time zone. Throws
 * `UserError` `bad-day`, `leave-ends-first`, `leave-past` and `leave-too-long`, which say what was understood.
 */
export function readLeaveDays(
  typed: { readonly from: string; readonly to: string },
  where: TimeContext,
): LeaveDays {
  const first = inWords('from', typed.from, where, () => readFutureDay(typed.from, where));
  const last = inWords('to', typed.to, where, () => readLastDay(typed.to, first, where));
  const [firstDay, lastDay] = [writtenDay(first), writtenDay(last)];
  const both = { firstDay, lastDay };
  const days = daysBetween(first, last) + 1;
  if (days < 1) throw new UserError('leave-ends-first', (locale) => leaveTexts(locale).endsFirst(both));
  if (lastDay < writtenDay(dayAt(where.now, where)))
    throw new UserError('leave-past', (locale) => leaveTexts(locale).isPast(both));
  if (days > MOST_DAYS)
    throw new UserError('leave-too-long', (locale) => leaveTexts(locale).tooLong(both, days, MOST_DAYS));
  return {
    firstDay,
    lastDay,
    startsAt: dayStart(first, where.timeZone),
    endsAt: dayStart(addDays(last, 1), where.timeZone),
  };
}

function inWords(
  which: 'from' | 'to',
  typed: string,
  where: TimeContext,
  readIt: () => CalendarDay,
): CalendarDay {
  try {
    return readIt();
  } catch (error) {
    if (error instanceof DayError)
      throw new UserError('bad-day', (locale) =>
        leaveTexts(locale).badDay(which, typed, error.problem, where),
      );
    throw error;
  }
}

function daysBetween(first: CalendarDay, last: CalendarDay): number {
  const at = ({ year, month, day }: CalendarDay) => Date.UTC(year, month - 1, day);
  return Math.round((at(last) - at(first)) / DAY_MS);
}
