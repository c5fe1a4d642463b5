import { type CalendarDay, candidateDays, weekdayOf } from './candidate-days.ts';
import { type HourOfDay, hoursOfDay, isAssumed } from './hours-of-day.ts';
import type { Phrase, TypedZone } from './phrase.ts';
import { readPhrases } from './read-phrases.ts';
import { TimeError } from './time-problem.ts';
import { addDays, instantsOf, offsetMinutesAt, utcOf, type WallClock, wallClockAt } from './wall-clock.ts';

/** What was taken for granted in a reading, for the reply to say. */
export type TimeNote =
  /** An hour without half of the day, on the 24-hour clock. */
  | { readonly kind: 'hour'; readonly hour: number; readonly minute: number }
  /** An abbreviation that means several zones, or half of the year that it was not. */
  | { readonly kind: 'zone'; readonly typed: string; readonly zone: string; readonly offsetMinutes: number }
  /** Day and month the other way round would be a date too. */
  | { readonly kind: 'order'; readonly day: number; readonly month: number };

export interface ReadTime {
  /** Unix milliseconds, whole seconds. */
  readonly ms: number;
  /** The zone that was typed, for a time that follows this one. */
  readonly zone: TypedZone | undefined;
  readonly notes: readonly TimeNote[];
}

export interface TimeContext {
  /** Unix milliseconds. */
  readonly now: number;
  /** IANA; meant where no zone is typed. */
  readonly timeZone: string;
  /** The member's: for the order of dates and names of months. */
  readonly locale: string;
}

/** Clocks differ: a time so little ahead is meant for now. */
export const AHEAD_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** An end without a day that is earlier than its start lies on the next day, when the event then lasted so long at most. */
const OVERNIGHT_MS = DAY_MS / 2;
const DISCORD_TIMESTAMP = /^<t:(\d{1,12})(?::[a-zA-Z])?>$/;
const UNIX_SECONDS = /^\d{10}$/;

/**
 * Reads a point in time that lies in the past, as people type it: `14:30`, `2:30 PM EST`, `14:30 yesterday`,
 * `2025-11-09 16:00`, `Nov 9, 4pm`, `20 minutes ago`, `<t:1762704000:F>`. What is missing of a date is chosen so that
 * it is the latest such time not more than 15 minutes ahead; one that was typed in full may be anywhere. Throws
 * `TimeError` where the text is not wholly understood or means two things.
 */
export function readPastTime(typed: string, where: TimeContext): ReadTime {
  return read(typed, where, (phrase, zone) => {
    if (phrase.shift !== undefined) {
      if (phrase.shift.from === 'start') return undefined;
      return () => wholeSeconds(where.now + (phrase.shift?.ms ?? 0));
    }
    const { days, kind } = candidateDays(phrase, wallClockAt(where.now, zone.zone));
    const latest = kind === 'one' ? Number.POSITIVE_INFINITY : where.now + AHEAD_MS;
    return (hour) => latestOf(days, hour, phrase, zone, latest);
  });
}

/**
 * Reads the end of something that began at `start`. A length of time counts from the start; an end without a day or a
 * year follows it; one without a zone takes the start's. It may lie before the start or ahead of now: the caller
 * decides. Throws `TimeError`.
 */
export function readEndTime(typed: string, start: ReadTime, where: TimeContext): ReadTime {
  return read(
    typed,
    where,
    (phrase, zone) => {
      const { shift } = phrase;
      if (shift !== undefined) {
        const from = shift.from === 'start' ? start.ms : where.now;
        return () => wholeSeconds(from + shift.ms);
      }
      const isOpen = phrase.date === undefined && phrase.day === undefined && phrase.weekday === undefined;
      const startDay = wallClockAt(start.ms, zone.zone);
      if (isOpen) return (hour) => following(startDay, hour, phrase, zone, start.ms);
      const followsStart = phrase.day === undefined && phrase.week === undefined;
      const today = followsStart ? startDay : wallClockAt(where.now, zone.zone);
      const { days, kind } = candidateDays(phrase, today);
      if (kind === 'one') return (hour) => latestOf(days, hour, phrase, zone, Number.POSITIVE_INFINITY);
      if (!followsStart) return (hour) => latestOf(days, hour, phrase, zone, where.now + AHEAD_MS);
      return (hour) => nearestOf(days, hour, phrase, zone, start.ms);
    },
    start.zone,
  );
}

interface Reading {
  readonly phrase: Phrase;
  readonly zone: TypedZone;
  readonly at: () => number;
}

/** How a phrase becomes an instant; undefined where it says nothing that counts here. */
type Resolver = (phrase: Phrase, zone: TypedZone) => ((hour: HourOfDay) => number) | undefined;

function read(typed: string, where: TimeContext, resolverOf: Resolver, zoneOfStart?: TypedZone): ReadTime {
  const trimmed = typed.trim();
  const seconds = DISCORD_TIMESTAMP.exec(trimmed)?.[1] ?? UNIX_SECONDS.exec(trimmed)?.[0];
  if (seconds !== undefined) return { ms: Number(seconds) * 1000, zone: undefined, notes: [] };

  const readings = readPhrases(typed, where.locale).flatMap((phrase) => {
    const zone = phrase.zone ?? zoneOfStart ?? { zone: where.timeZone };
    const resolve = resolverOf(phrase, zone);
    if (resolve === undefined) return [];
    const hours = phrase.hour === undefined ? [NO_HOUR] : hoursOfDay(phrase);
    return hours.map((hour) => ({ phrase, zone, at: () => resolve(hour) }));
  });
  const [reading, ...others] = readings;
  if (reading === undefined) throw new TimeError({ kind: 'not-understood' });
  if (others.length > 0 && !isOneInstant(readings)) throw twoReadings(readings);
  const ms = reading.at();
  const { hour, shift } = reading.phrase;
  if (hour === undefined && shift === undefined) throw new TimeError({ kind: 'no-hour', ms });
  return {
    ms,
    zone: reading.phrase.zone ?? zoneOfStart,
    notes: notesOf(reading.phrase, ms),
  };
}

/** Whether all readings are the same point in time, however they came to it. */
function isOneInstant(readings: readonly Reading[]): boolean {
  const [first, ...others] = readings.map(instantOf);
  return first !== undefined && others.every((ms) => ms === first);
}

function instantOf({ at }: Reading): number | undefined {
  try {
    return at();
  } catch (error) {
    if (error instanceof TimeError) return undefined;
    throw error;
  }
}

const NO_HOUR: HourOfDay = { hour: 12, minute: 0, second: 0, daysLater: 0 };

function latestOf(
  days: readonly CalendarDay[],
  hour: HourOfDay,
  phrase: Phrase,
  zone: TypedZone,
  latest: number,
): number {
  let wasLeftOut = false;
  for (const day of days) {
    const instants = instantsOn(day, hour, zone);
    wasLeftOut ||= instants.length === 0;
    const past = instants.filter((ms) => ms <= latest);
    if (past.length > 0) return checked(day, onlyOne(past, zone), phrase);
  }
  if (wasLeftOut) throw new TimeError({ kind: 'left-out', zone: String(zone.zone) });
  throw new TimeError({ kind: 'not-understood' });
}

function nearestOf(
  days: readonly CalendarDay[],
  hour: HourOfDay,
  phrase: Phrase,
  zone: TypedZone,
  startsAt: number,
): number {
  const distance = (day: CalendarDay) => Math.abs(Math.min(...instantsOn(day, hour, zone)) - startsAt);
  const [nearest] = [...days].sort((a, b) => distance(a) - distance(b));
  return latestOf(nearest === undefined ? [] : [nearest], hour, phrase, zone, Number.POSITIVE_INFINITY);
}

/** On the day of the start, or in the night after it. Of two equal hours only those after the start can be meant. */
function following(
  startDay: CalendarDay,
  hour: HourOfDay,
  phrase: Phrase,
  zone: TypedZone,
  startsAt: number,
): number {
  const sameDay = instantsOn(startDay, hour, zone);
  const after = sameDay.filter((ms) => ms >= startsAt);
  if (after.length > 0) return checked(startDay, onlyOne(after, zone), phrase);
  const nextDay = instantsOn(addDays(startDay, 1), hour, zone).filter((ms) => ms - startsAt <= OVERNIGHT_MS);
  if (nextDay.length > 0) return checked(addDays(startDay, 1), onlyOne(nextDay, zone), phrase);
  return latestOf([startDay], hour, phrase, zone, Number.POSITIVE_INFINITY);
}

function instantsOn(day: CalendarDay, hour: HourOfDay, { zone }: TypedZone): readonly number[] {
  return instantsOf(clockOn(day, hour), zone);
}

function clockOn(day: CalendarDay, { hour, minute, second, daysLater }: HourOfDay): WallClock {
  const { year, month, day: date } = day;
  return addDays({ year, month, day: date, hour, minute, second }, daysLater);
}

/** Of two equal hours, daylight time is the earlier one. */
function onlyOne(instants: readonly number[], { zone, season }: TypedZone): number {
  const [first = 0, second] = instants;
  if (second === undefined) return first;
  if (season !== undefined) return season === 'daylight' ? first : second;
  throw new TimeError({ kind: 'two-readings', readings: instants.map((ms) => inOffset(ms, zone)) });
}

/** A date, a day and a weekday that were all typed must be the same day. */
function checked(day: CalendarDay, ms: number, { weekday }: Phrase): number {
  if (weekday !== undefined && weekday !== weekdayOf(day)) throw new TimeError({ kind: 'other-weekday', ms });
  return ms;
}

function twoReadings(readings: readonly Reading[]): TimeError {
  const written = readings.flatMap((reading) => {
    const { phrase, zone } = reading;
    if (phrase.shift?.from === 'start') return [`+${phrase.shift.ms / 60_000} min`];
    const ms = instantOf(reading);
    return ms === undefined ? [] : [written24(wallClockAt(ms, zone.zone), phrase.zone?.name)];
  });
  return new TimeError({ kind: 'two-readings', readings: [...new Set(written)] });
}

function written24(clock: WallClock, zoneName?: string): string {
  const text = new Date(utcOf(clock)).toISOString().slice(0, 16).replace('T', ' ');
  return zoneName === undefined ? text : `${text} ${zoneName}`;
}

/** `2026-10-25T02:30+01:00`. */
function inOffset(ms: number, zone: TypedZone['zone']): string {
  const minutes = offsetMinutesAt(ms, zone);
  return `${written24(wallClockAt(ms, zone)).replace(' ', 'T')}${offsetText(minutes)}`;
}

/** `+05:30`. */
export function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

function notesOf(phrase: Phrase, ms: number): readonly TimeNote[] {
  const notes: TimeNote[] = [];
  const { hour, date, zone } = phrase;
  if (hour !== undefined && isAssumed(phrase)) {
    notes.push({ kind: 'hour', hour: hour.hour, minute: hour.minute });
  }
  if (date?.guessedOrder === true) notes.push({ kind: 'order', day: date.day, month: date.month ?? 0 });
  if (zone?.name !== undefined && (zone.ambiguous !== undefined || isOtherSeason(zone, ms))) {
    const offsetMinutes = offsetMinutesAt(ms, zone.zone);
    notes.push({ kind: 'zone', typed: zone.name, zone: String(zone.zone), offsetMinutes });
  }
  return notes;
}

/** "EST" in July: the zone's offset of that day is read, not the one that the letters name. */
function isOtherSeason({ zone, season }: TypedZone, ms: number): boolean {
  if (season === undefined) return false;
  const halfYear = 182 * DAY_MS;
  const [now, otherHalf] = [offsetMinutesAt(ms, zone), offsetMinutesAt(ms - halfYear, zone)];
  return season === 'standard' ? now > otherHalf : now < otherHalf;
}

function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
