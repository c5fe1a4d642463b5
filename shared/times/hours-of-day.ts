import type { DayPart, Phrase, TypedHour } from './phrase.ts';

/** A time of day that a phrase may mean, and how many days after the day it names. */
export interface HourOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly daysLater: number;
}

/** Hours of each part of the day, the last one included, in any part of which an hour on the 24-hour clock may lie. */
const PARTS: Readonly<Record<DayPart, readonly (readonly [from: number, to: number])[]>> = {
  madrugada: [[0, 6]],
  morning: [[0, 11]],
  midday: [[11, 14]],
  afternoon: [[12, 18]],
  tarde: [[12, 20]],
  evening: [[16, 23]],
  night: [
    [17, 23],
    [0, 5],
  ],
};
/** What an hour of twelve means in a part of the day; wider than that it is not certain. */
const OPEN_PARTS: typeof PARTS = {
  madrugada: [[1, 6]],
  morning: [[1, 11]],
  midday: [[11, 14]],
  afternoon: [[12, 18]],
  tarde: [[12, 20]],
  evening: [[16, 23]],
  night: [
    [18, 23],
    [0, 4],
  ],
};

/**
 * The times of day that a phrase may mean: one; two where nobody can tell ("half past eight", "friday midnight");
 * none where what was typed contradicts itself ("8 pm in the morning").
 */
export function hoursOfDay(phrase: Phrase): readonly HourOfDay[] {
  const { hour: typed, day } = phrase;
  if (typed === undefined) return [];
  const isNight = day !== undefined && 'night' in day;
  const part = phrase.part ?? (isNight ? 'night' : undefined);
  if (isNight && phrase.part !== undefined && phrase.part !== 'night') return [];
  if (typed.isMidnight) return midnights(phrase, isNight);
  return hands(typed, part).flatMap((hour) => {
    const { minute, second } = typed;
    if (hour === 24) return [{ hour: 0, minute, second, daysLater: 1 }];
    const at = (daysLater: number) => ({ hour, minute, second, daysLater });
    if (part !== 'night' || hour > 5) return [at(0)];
    if (isNight) return [at(1)];
    // "friday night at 1" is before or after friday's evening.
    return hasDay(phrase) ? [at(0), at(1)] : [at(0)];
  });
}

/** Whether an hour was taken for the 24-hour clock because nobody said which half of the day. */
export function isAssumed({ hour, part, day }: Phrase): boolean {
  const saysPart = part !== undefined || (day !== undefined && 'night' in day);
  return hour?.half === 'open' && !saysPart && hour.isSpoken !== true;
}

function midnights(phrase: Phrase, isNight: boolean): readonly HourOfDay[] {
  const at = (daysLater: number) => ({ hour: 0, minute: 0, second: 0, daysLater });
  if (phrase.part !== undefined && phrase.part !== 'night') return [];
  if (isNight) return [at(1)];
  return hasDay(phrase) ? [at(0), at(1)] : [at(0)];
}

function hasDay({ date, day, weekday }: Phrase): boolean {
  return date !== undefined || day !== undefined || weekday !== undefined;
}

function hands(typed: TypedHour, part: DayPart | undefined): readonly number[] {
  const { hour, half } = typed;
  const fits = (parts: typeof PARTS) => (at: number) =>
    part === undefined || parts[part].some(([from, to]) => at >= from && at <= to);
  if (half === 'am') return [hour % 12].filter(fits(PARTS));
  if (half === 'pm') return [hour <= 12 ? (hour % 12) + 12 : hour].filter(fits(PARTS));
  if (half === '24') return [hour].filter((at) => fits(PARTS)(at % 24));
  if (part !== undefined) return [hour % 12, (hour % 12) + 12].filter(fits(OPEN_PARTS));
  return typed.isSpoken === true ? [hour, (hour + 12) % 24] : [hour];
}
