/** What a clock on the wall shows; month 1 to 12. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const DAY_MS = 86_400_000;

/** What a clock in this IANA time zone shows at that point in time (Unix milliseconds). */
export function wallClockAt(ms: number, timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

/**
 * When a clock in this IANA time zone shows that (Unix milliseconds). A time that occurs twice, as clocks are
 * set back, is the first of the two; one that is skipped, as clocks are set forward, is as much later as the
 * clocks were moved.
 */
export function instantOf(clock: WallClock, timeZone: string): number {
  const asUtc = utcOf(clock);
  // The zone's offset changes at most once within a day of the wanted time: one of the two is right.
  const before = asUtc - offsetAt(asUtc - DAY_MS, timeZone);
  if (utcOf(wallClockAt(before, timeZone)) === asUtc) return before;
  const after = asUtc - offsetAt(asUtc + DAY_MS, timeZone);
  return utcOf(wallClockAt(after, timeZone)) === asUtc ? after : before;
}

/** Minutes east of UTC. */
export function offsetMinutesAt(ms: number, timeZone: string): number {
  return Math.round(offsetAt(ms, timeZone) / 60_000);
}

/** The same clock time that many days later (earlier, when negative). */
export function addDays(clock: WallClock, days: number): WallClock {
  const moved = new Date(utcOf(clock) + days * DAY_MS);
  return { ...clock, year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** Read as if it were a clock in UTC; for comparing clocks of one zone. */
export function utcOf(clock: WallClock): number {
  return Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
}

function offsetAt(ms: number, timeZone: string): number {
  return utcOf(wallClockAt(ms, timeZone)) - Math.floor(ms / 1000) * 1000;
}
