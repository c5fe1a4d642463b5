import type { Phrase } from './phrase.ts';

/** Ways to say an hour and a part of it: `pattern` has the hour in it as `{hour}`, unless `hour` says it. */
export interface HourWords {
  readonly pattern: string;
  /** Minutes from the full hour; before it when negative. */
  readonly minutes: number;
  /** It leaves open which half of the day is meant. */
  readonly isOpen?: boolean;
  /** It is also said of hours past noon: "20 y media". */
  readonly on24?: boolean;
  readonly hour?: number;
}

/**
 * The words for times in one language: sources of regular expressions, in lower case and without accents, since people
 * leave them out on phones.
 */
export interface Language {
  /** What may stand before a whole time without changing it: "from", "until". */
  readonly lead: string;
  /** What may stand between its parts: "at", "on". Never a word that changes a length of time. */
  readonly filler: string;
  /** What makes a number an hour: "at 8". */
  readonly at: string;
  /** What follows an hour, in digits or a word: "8 o'clock". */
  readonly oClock: string;
  /** What follows an hour in digits only, before or after its minutes: "20h", "20 horas". */
  readonly hourMark: string;
  /** An hour mark that may count hours, too: "2h". */
  readonly compact: string;
  /** Days, parts of a day and weeks, and what they say. `{weekday}` is a day of the week. */
  readonly says: readonly (readonly [words: string, says: Phrase])[];
  readonly noon: string;
  readonly midnight: string;
  readonly hourWords: readonly HourWords[];
  /** Numbers in words that count and that name hours, these up to `lastHour`. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly lastHour: 12 | 24;
  /** Words that count and name no hour: "a", "an". */
  readonly counts: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<'second' | 'minute' | 'hour' | 'day' | 'week', string>>;
  /** Lengths of time with words of their own, in minutes: "half an hour". */
  readonly lengths: readonly (readonly [words: string, minutes: number])[];
  readonly andAHalf: string;
  readonly and: string;
  /** `{span}` is a length of time. */
  readonly ago: readonly string[];
  readonly fromNow: readonly string[];
  readonly fromStart: readonly string[];
  /** A day that many days or weeks from today: "in 3 weeks". */
  readonly daysAhead: readonly string[];
  /** A length of whole days: "for 2 weeks". */
  readonly daysLong: readonly string[];
  /** Counts of days that people say for one week or two: "il y a quinze jours" is 14 days ago. */
  readonly looseDays: readonly number[];
  readonly now: string;
  /** A day of a month that is not named: `{day}` is its number. */
  readonly dayOfMonth: readonly string[];
  /** Words for the first of a month, and what may follow a day's number. */
  readonly first: string;
  readonly daySuffix: string;
  /** Names that `Intl` does not write. */
  readonly months: Readonly<Record<string, number>>;
  readonly weekdays: Readonly<Record<string, number>>;
  /** Words of the language that are abbreviations of zones only in capitals. */
  readonly notZones: readonly string[];
  /** What can be typed as it stands, for a refusal to show. */
  readonly examples: {
    /** Times that are past. */
    readonly start: readonly string[];
    readonly end: readonly string[];
    /** Days to come. */
    readonly day: readonly string[];
    readonly firstDay: readonly string[];
    readonly lastDay: readonly string[];
  };
}
