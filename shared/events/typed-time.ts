import * as chrono from 'chrono-node/en';
import { offsetMinutesAt, type WallClock } from './wall-clock.ts';

/**
 * A time as somebody typed it, before it is known which day is meant: a point in time (Unix milliseconds), or
 * a clock's hands. `offsetMinutes` is a zone that was named with it ("2:30 PM EST"), else the clan's counts.
 * `day` tells how much of the date was typed: all of it, only the day of the week, or nothing.
 */
export type TypedTime =
  | { readonly kind: 'instant'; readonly ms: number }
  | {
      readonly kind: 'clock';
      readonly clock: WallClock;
      readonly offsetMinutes: number | undefined;
      readonly day: 'typed' | 'weekday' | 'open';
    };

/** No time is longer; keeps the parser from working on an essay. */
const MAX_LENGTH = 200;
const DISCORD_TIMESTAMP = /^<t:(\d{1,12})(?::[a-zA-Z])?>$/;
const UNIX_SECONDS = /^\d{10}$/;
/** What may stand around a time without meaning anything. */
const FILLER =
  /\b(?:at|on|about|around|approx(?:imately)?|circa|ca|from|start(?:ed|s)?|end(?:ed|s)?|o'?clock)\b|[\s,.;:~@-]+/giu;

/**
 * Reads a time in English, in the formats that people use: `14:30`, `2:30 PM EST`, `14:30 yesterday`,
 * `2025-11-09 16:00`, `Nov 9, 4pm`, `20 minutes ago`, `<t:1762704000:F>`. The whole text must be understood, so
 * that nothing typed is silently left out. Undefined: not a time, a date without a time of day, or a range.
 * Slashed dates are month first in the locales that write so (en-US), else day first.
 */
export function readTime(
  text: string,
  where: { now: number; timeZone: string; locale: string },
): TypedTime | undefined {
  const typed = text.trim();
  if (typed.length > MAX_LENGTH) return undefined;
  const seconds = DISCORD_TIMESTAMP.exec(typed)?.[1] ?? UNIX_SECONDS.exec(typed)?.[0];
  if (seconds !== undefined) return { kind: 'instant', ms: Number(seconds) * 1000 };

  const parser = where.locale.endsWith('-US') ? chrono.casual : chrono.GB;
  const plain = withUsualSeparators(typed);
  const reference = {
    instant: new Date(where.now),
    timezone: offsetMinutesAt(where.now, where.timeZone),
  };
  const [result, ...more] = parser.parse(plain, reference);
  if (result === undefined || more.length > 0 || result.end) return undefined;
  const rest = plain.slice(0, result.index) + plain.slice(result.index + result.text.length);
  if (rest.replace(FILLER, '') !== '') return undefined;

  const { start } = result;
  if (!start.isCertain('hour')) return undefined;
  const day = start.isCertain('day') ? 'typed' : start.isCertain('weekday') ? 'weekday' : 'open';
  const named = start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null;
  if (named !== null && day === 'typed') return { kind: 'instant', ms: wholeSeconds(start.date().getTime()) };
  return {
    kind: 'clock',
    clock: {
      year: start.get('year') ?? 0,
      month: start.get('month') ?? 1,
      day: start.get('day') ?? 1,
      hour: start.get('hour') ?? 0,
      minute: start.get('minute') ?? 0,
      second: start.get('second') ?? 0,
    },
    offsetMinutes: named ?? undefined,
    day,
  };
}

/** Dotted dates are day first wherever they are used; `14h30`, `14.30` and `1430` are times, not dates. */
function withUsualSeparators(text: string): string {
  return text
    .replace(/\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/, (_, day: string, month: string, year: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )
    .replace(/(^|\s)([01]?\d|2[0-3])[h.]([0-5]\d)(?=$|\s|[ap]m)/i, '$1$2:$3')
    .replace(/^([01]\d|2[0-3])([0-5]\d)(?=$|\s)(?!\s*[-/])/, '$1:$2');
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
