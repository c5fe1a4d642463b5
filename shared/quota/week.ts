import { periodsOf } from '../points/period.ts';
import { dayOf, dayStart } from '../times/day-start.ts';
import { addDays } from '../times/wall-clock.ts';

/** A week of the clan: from Monday to Sunday in its time zone. */
export interface Week {
  /** As `period_points` has it: `w2026-11-16`. */
  readonly key: string;
  /** The Monday, `2026-11-16`. */
  readonly monday: string;
  /** Unix milliseconds: its begin, and the begin of the next one. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The week that a moment (Unix milliseconds) falls in, or the one so many weeks earlier (later, when negative). */
export function weekAt(now: number, timeZone: string, earlier = 0): Week {
  const monday = dayOf(periodsOf(now, timeZone).week.slice(1));
  return weekFrom(addDays(monday, -7 * earlier), timeZone);
}

/** The last so many weeks, the present one first. */
export function lastWeeks(now: number, timeZone: string, count: number): readonly Week[] {
  return Array.from({ length: count }, (_, earlier) => weekAt(now, timeZone, earlier));
}

/** The week of a key, whose day has to be a Monday; undefined for any other text, since anybody can send anything. */
export function weekOf(key: string, timeZone: string): Week | undefined {
  const written = /^w(\d{4}-\d{2}-\d{2})$/.exec(key)?.[1];
  if (written === undefined) return undefined;
  const at = Date.parse(`${written}T12:00:00Z`);
  if (Number.isNaN(at) || new Date(at).getUTCDay() !== 1) return undefined;
  const week = weekFrom(dayOf(written), timeZone);
  return week.key === key ? week : undefined;
}

function weekFrom(day: ReturnType<typeof dayOf>, timeZone: string): Week {
  const monday = new Date(Date.UTC(day.year, day.month - 1, day.day)).toISOString().slice(0, 10);
  const at = dayOf(monday);
  return {
    key: `w${monday}`,
    monday,
    startsAt: dayStart(at, timeZone),
    endsAt: dayStart(addDays(at, 7), timeZone),
  };
}
