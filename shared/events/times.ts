import { clip } from '../discord/text.ts';
import { UserError } from '../errors/user-error.ts';
import { timeTexts } from './texts.ts';
import { readTime, type TypedTime } from './typed-time.ts';
import { addDays, instantOf, utcOf, wallClockAt } from './wall-clock.ts';

/** When an event took place, in Unix milliseconds, and as it was typed. */
export interface EventTimes {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly startsText: string;
  readonly endsText: string;
}

const HOUR_MS = 3_600_000;
/** A start typed without a date may lie this far ahead and still be meant for today: clocks differ. */
const AHEAD_MS = HOUR_MS / 4;
/** An end that is earlier in the day than its start is on the next day when the event then lasted at most so long. */
const OVERNIGHT_MS = 8 * HOUR_MS;
const EARLIEST_MS = Date.UTC(2015, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

/**
 * Reads start and end as a member typed them, in the clan's time zone unless they name another.
 * A start without a date is the latest such time that has come; an end without a date belongs to the day of the
 * start, or to the night that follows. Throws `UserError` `bad-time` and `end-before-start`.
 */
export function readTimes(
  typed: { start: string; end: string },
  where: { now: number; timeZone: string; locale: string },
): EventTimes {
  const start = readTime(typed.start, where);
  if (start === undefined) throw badTime('start', typed.start, where.timeZone);
  const startsAt = latestInstant(start, where);
  if (!isPlausible(startsAt)) throw badTime('start', typed.start, where.timeZone);
  const end = readTime(typed.end, where);
  if (end === undefined) throw badTime('end', typed.end, where.timeZone);
  const endsAt = endInstant(end, startsAt, where);
  if (!isPlausible(endsAt)) throw badTime('end', typed.end, where.timeZone);
  if (endsAt < startsAt) {
    throw new UserError('end-before-start', timeTexts.endBeforeStart(startsAt, endsAt));
  }
  return {
    startsAt,
    endsAt,
    startsText: clip(typed.start.trim(), 200),
    endsText: clip(typed.end.trim(), 200),
  };
}

function latestInstant(typed: TypedTime, where: { now: number; timeZone: string }): number {
  if (typed.kind === 'instant') return typed.ms;
  const at = instants(typed, where.timeZone);
  if (typed.day === 'typed') return at(0);
  const step = typed.day === 'weekday' ? 7 : 1;
  const latest = where.now + AHEAD_MS;
  // The parser starts from today or the nearest such weekday, so two steps either way reach every case.
  for (let steps = 2; steps > -2; steps -= 1) {
    if (at(steps * step) <= latest) return at(steps * step);
  }
  return at(-2 * step);
}

function endInstant(typed: TypedTime, startsAt: number, where: { now: number; timeZone: string }): number {
  if (typed.kind === 'instant') return typed.ms;
  if (typed.day !== 'open') return latestInstant(typed, where);
  const at = instants(typed, where.timeZone);
  const startDay = utcOf({ ...clockOf(typed, startsAt, where.timeZone), hour: 0, minute: 0, second: 0 });
  const typedDay = utcOf({ ...typed.clock, hour: 0, minute: 0, second: 0 });
  const days = Math.round((startDay - typedDay) / (24 * HOUR_MS));
  const sameDay = at(days);
  const nextDay = at(days + 1);
  return sameDay < startsAt && nextDay - startsAt <= OVERNIGHT_MS ? nextDay : sameDay;
}

/** The typed clock time, some days later, as a point in time. */
function instants(typed: Extract<TypedTime, { kind: 'clock' }>, timeZone: string): (days: number) => number {
  const { clock, offsetMinutes } = typed;
  return (days) => {
    const moved = addDays(clock, days);
    return offsetMinutes === undefined ? instantOf(moved, timeZone) : utcOf(moved) - offsetMinutes * 60_000;
  };
}

function clockOf(typed: Extract<TypedTime, { kind: 'clock' }>, ms: number, timeZone: string) {
  return typed.offsetMinutes === undefined
    ? wallClockAt(ms, timeZone)
    : wallClockAt(ms + typed.offsetMinutes * 60_000, 'UTC');
}

function isPlausible(ms: number): boolean {
  return ms >= EARLIEST_MS && ms < LATEST_MS;
}

function badTime(which: 'start' | 'end', text: string, timeZone: string): UserError {
  return new UserError('bad-time', timeTexts.badTime(which, text, timeZone));
}
