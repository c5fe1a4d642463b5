/** What a clock on the wall shows; month 1 to 12. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A time zone: an IANA name, or minutes east of UTC for an offset that never changes. */
export type Zone = string | number;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** One invocation serves one clan, and a member names at most two more zones. */
const MAX_FORMATS = 4;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock in this zone shows at that point in time (Unix milliseconds). */
export function wallClockAt(ms: number, zone: Zone): WallClock {
  // The default needs no format: the first one takes 5 ms of a cold start.
  if (zone === 'UTC') return clockOf(ms);
  if (typeof zone === 'number') return clockOf(ms + zone * MINUTE_MS);
  const shown = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? Number.NaN;
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
 * When a clock in this zone shows that (Unix milliseconds): one point in time; two, the earlier first, in an hour
 * that repeats as clocks are set back; none in one that is left out as they are set forward.
 */
export function instantsOf(clock: WallClock, zone: Zone): readonly number[] {
  const asUtc = utcOf(clock);
  if (zone === 'UTC') return [asUtc];
  if (typeof zone === 'number') return [asUtc - zone * MINUTE_MS];
  // A zone changes its offset at most once within a day of the wanted time: it has one of these two.
  const offsets = new Set([offsetMsAt(asUtc - DAY_MS, zone), offsetMsAt(asUtc + DAY_MS, zone)]);
  return [...offsets]
    .map((offset) => asUtc - offset)
    .filter((ms) => utcOf(wallClockAt(ms, zone)) === asUtc)
    .sort((a, b) => a - b);
}

/** Minutes east of UTC at that point in time. */
export function offsetMinutesAt(ms: number, zone: Zone): number {
  return typeof zone === 'number' ? zone : Math.round(offsetMsAt(ms, zone) / MINUTE_MS);
}

/** The same clock time that many days later (earlier, when negative). */
export function addDays<T extends Pick<WallClock, 'year' | 'month' | 'day'>>(clock: T, days: number): T {
  const moved = new Date(Date.UTC(clock.year, clock.month - 1, clock.day) + days * DAY_MS);
  return { ...clock, year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** Read as if it were a clock in UTC; for comparing clocks of one zone. */
export function utcOf(clock: WallClock): number {
  return Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
}

function clockOf(utcMs: number): WallClock {
  const date = new Date(utcMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

function offsetMsAt(ms: number, zone: string): number {
  return utcOf(wallClockAt(ms, zone)) - Math.floor(ms / 1000) * 1000;
}

/** Making a format costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  if (formats.size >= MAX_FORMATS) formats.clear();
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
