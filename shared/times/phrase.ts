import type { Zone } from './wall-clock.ts';

/** A date as typed. Without a month: "the 27th". */
export interface TypedDate {
  readonly year?: number;
  readonly month?: number;
  readonly day: number;
  /** Day and month could be the other way round, and the member's locale says neither. */
  readonly guessedOrder?: boolean;
}

/** `madrugada`: the hours after midnight, of the day that begins with it; `tarde`: from noon till it is dark. */
export type DayPart = 'madrugada' | 'morning' | 'midday' | 'afternoon' | 'tarde' | 'evening' | 'night';

/** A clock's hands as typed. */
export interface TypedHour {
  /** 0 to 24. */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** `open`: an hour 1 to 12 of which nobody said which half of the day. */
  readonly half: 'am' | 'pm' | '24' | 'open';
  /** "half past eight" is nobody's 24-hour clock: either half of the day may be meant. */
  readonly isSpoken?: boolean;
  /** The word, which leaves open whether a day begins or ends with it. */
  readonly isMidnight?: boolean;
  /** A number that nothing but its place makes an hour: `8`, `2030`. */
  readonly bare?: 'number' | 'military';
}

export interface TypedZone {
  readonly zone: Zone;
  /** As typed, where the reply should say how it was read. */
  readonly ambiguous?: string;
  /** `EST` and `EDT` name a half of the year, and tell two equal hours apart. */
  readonly season?: 'standard' | 'daylight';
  readonly name?: string;
}

/** What a text says about a point in time, before it is known when "now" is. Every part was typed. */
export interface Phrase {
  readonly date?: TypedDate;
  /**
   * Days from today: -1 is yesterday; counted in weeks or not; with a number ("in 3 days") or in a word. Or the night that
   * began on a day.
   */
  readonly day?:
    | { readonly days: number; readonly inWeeks?: true; readonly isNumber?: true }
    | { readonly night: 'last' | 'this' };
  /** 0 is Sunday. */
  readonly weekday?: number;
  /** Which one of those weekdays: the one before or after today, or the one in a week counted from this one. */
  readonly week?: 'last' | 'next' | number;
  readonly hour?: TypedHour;
  readonly part?: DayPart;
  readonly zone?: TypedZone;
  /** A length in whole days, 1 or more: "for 2 weeks". */
  readonly daysLong?: number;
  /** A distance in milliseconds: "2 hours ago" from now, "2 hours later" from the start. */
  readonly shift?: { readonly ms: number; readonly from: 'now' | 'start' };
}

/** A piece of a text that was recognised, what it says, and where it ends. */
export interface Piece {
  readonly end: number;
  readonly says: Phrase;
}

/** Finds what may begin at this place of a text; several where it can be read in several ways. */
export type Recogniser = (text: string, at: number) => readonly Piece[];

/** The match that begins at this place. `pattern` is sticky. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** The end of a word or a number. */
export const WORD_END = '(?![\\p{L}\\p{M}\\d])';
