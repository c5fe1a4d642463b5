import type { CalendarDay } from './candidate-days.ts';
import { instantsOf, type Zone } from './wall-clock.ts';

/** The first moment of a day in a zone, Unix milliseconds. Where the clocks are set forward at midnight, it is later. */
export function dayStart({ year, month, day }: CalendarDay, zone: Zone): number {
  for (let minutes = 0; minutes < 24 * 60; minutes += 15) {
    const clock = { year, month, day, hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0 };
    const [first] = instantsOf(clock, zone);
    if (first !== undefined) return first;
  }
  // A zone that moved over the date line left the whole day out: it begins and ends with the day before.
  return Date.UTC(year, month - 1, day);
}

/** A day as it is stored, `2026-11-28`. Throws for another text. */
export function dayOf(written: string): CalendarDay {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
  if (year === undefined) throw new TypeError('A stored day is not written as 2026-11-28.');
  return { year: Number(year), month: Number(month), day: Number(day) };
}
