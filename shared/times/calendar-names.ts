import { english } from './english.ts';
import { languageOf } from './languages.ts';

/** Names of months (1 to 12) and of weekdays (0 is Sunday), in lower case and without dots. */
export interface CalendarNames {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
}

const ENGLISH_MONTHS =
  'january february march april may june july august september october november december'.split(' ');
const ENGLISH_WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

const ENGLISH: CalendarNames = {
  months: new Map([
    ...ENGLISH_MONTHS.flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ]),
    ...Object.entries(english.months),
  ]),
  weekdays: new Map([
    ...ENGLISH_WEEKDAYS.flatMap((name, index): [string, number][] => [
      [name, index],
      [name.slice(0, 3), index],
    ]),
    ...Object.entries(english.weekdays),
  ]),
};

/** A Wednesday in mid-month of each month would do; the week begins on a Sunday. */
const MONTH_DATES = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15, 12));
const WEEK_DATES = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 10, 22 + day, 12));

/** English names, and those that `Intl` writes in this locale, which win where a name means two things. */
export function calendarNames(locale: string): CalendarNames {
  if (/^en(?![a-z])/i.test(locale)) return ENGLISH;
  const own = languageOf(locale);
  const months = namesOf(locale, 'month', MONTH_DATES, 1, own?.months);
  const weekdays = namesOf(locale, 'weekday', WEEK_DATES, 0, own?.weekdays);
  return {
    months: joined(ENGLISH.months, months, weekdays),
    weekdays: joined(ENGLISH.weekdays, weekdays, months),
  };
}

function joined(
  english: ReadonlyMap<string, number>,
  own: ReadonlyMap<string, number>,
  otherOwn: ReadonlyMap<string, number>,
): Map<string, number> {
  const free = [...english].filter(([name]) => !otherOwn.has(name));
  return new Map([...free, ...own]);
}

/** Alone and within a date, long and short: many languages bend a month's name in a date. */
function namesOf(
  locale: string,
  part: 'month' | 'weekday',
  dates: readonly number[],
  first: number,
  more: Readonly<Record<string, number>> = {},
): Map<string, number> {
  const names = new Map<string, number>(Object.entries(more));
  for (const width of ['long', 'short'] as const) {
    for (const more of [{}, { day: 'numeric' }, { day: 'numeric', month: 'long' }] as const) {
      const format = new Intl.DateTimeFormat(locale, {
        ...more,
        [part]: width,
        calendar: 'gregory',
        numberingSystem: 'latn',
        timeZone: 'UTC',
      });
      for (const [index, date] of dates.entries()) {
        const written = format.formatToParts(date).find(({ type }) => type === part)?.value ?? '';
        for (const name of spellings(written)) if (!names.has(name)) names.set(name, index + first);
      }
    }
  }
  return names;
}

/** As `plainText` leaves it, with and without accents. A bare number is no name: ja writes the month as `11`. */
function spellings(written: string): readonly string[] {
  const name = written
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/\.$/, '')
    .trim();
  if (!/\p{L}{2}/u.test(name)) return [];
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[a-z .-]+$/.test(plain) && plain !== name ? [name, plain] : [name];
}
