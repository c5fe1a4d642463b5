import type { DayPart } from './phrase.ts';

/** Ways to say a part of the hour: `pattern` has the hour in it as `{hour}`. */
export interface HourWords {
  readonly pattern: string;
  /** Minutes from the full hour; before it when negative. */
  readonly minutes: number;
}

/** The words for times in one language: sources of regular expressions, in lower case. */
export interface Language {
  /** What may stand before a whole time without changing it: "from", "until". */
  readonly lead: string;
  /** What may stand between its parts: "at", "on". */
  readonly filler: string;
  /** What makes a number an hour: "at 8". */
  readonly at: string;
  /** What follows an hour: "8 o'clock". */
  readonly oClock: string;
  /** Days from today. */
  readonly days: readonly (readonly [words: string, days: number])[];
  readonly lastNight: string;
  readonly tonight: string;
  /** A part of today, or of any day: "this morning", "in the morning". */
  readonly todaysParts: readonly (readonly [words: string, part: DayPart])[];
  readonly parts: readonly (readonly [words: string, part: DayPart])[];
  readonly noon: string;
  readonly midnight: string;
  readonly hourWords: readonly HourWords[];
  /** Around a weekday: "last friday", "friday last week". `{weekday}` is the day. */
  readonly lastWeekday: readonly string[];
  readonly nextWeekday: readonly string[];
  readonly thisWeekday: readonly string[];
  /** Weeks from this one. */
  readonly weeks: readonly (readonly [words: string, weeks: number])[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<'second' | 'minute' | 'hour' | 'day' | 'week', string>>;
  /** "half an hour", "an hour and a half". */
  readonly halfHour: string;
  readonly andAHalf: string;
  readonly and: string;
  /** `{span}` is a length of time. */
  readonly ago: readonly string[];
  readonly fromNow: readonly string[];
  /** A day that many days or weeks from today: "in 3 weeks". */
  readonly daysAhead: readonly string[];
  /** A length of whole days: "for 2 weeks". */
  readonly daysLong: readonly string[];
  readonly fromStart: readonly string[];
  readonly now: string;
}
