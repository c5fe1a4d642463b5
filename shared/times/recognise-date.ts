import type { CalendarNames } from './calendar-names.ts';
import type { Language } from './language.ts';
import { type DateOrder, dateOrderOf } from './locales.ts';
import { matchAt, type Piece, type Recogniser, type TypedDate, WORD_END } from './phrase.ts';

/** Events are younger; what is read as an older year was something else. */
const EARLIEST_YEAR = 2015;
const LATEST_YEAR = 2099;

/** No further digits, and no further part of a date or of a clock. */
const NUMBER_END = '(?!\\d|[./:]\\d)';
const YEAR_FIRST = new RegExp(
  `(\\d{4}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{1,2})(?:\\.(?!\\d))?${NUMBER_END}(?!\\p{L})`,
  'uy',
);
const THREE = new RegExp(
  `(\\d{1,2})([-/.])(?:(\\d{1,2})\\2(\\d{4}|\\d{2})| ?(\\d{1,2})\\2 ?(\\d{4}))(?:\\.(?!\\d))?(?: ?г\\.?)?${NUMBER_END}(?!\\p{L})`,
  'uy',
);
const TWO = new RegExp(`(\\d{1,2})([-/.])(\\d{1,2})(\\.(?!\\d))?${NUMBER_END}(?!\\p{L})`, 'uy');
const DOTS_APART = /(\d{1,2})\. (\d{1,2})\.(?!\d)/uy;
const CJK = /(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/uy;

/** Dates in digits and with the names of months, in the orders of the member's locale. */
export function dateRecogniser(
  languages: readonly Language[],
  locale: string,
  names: CalendarNames,
): Recogniser {
  const named = namedDates(languages, names);
  const ofMonth = daysOfMonth(languages, names);
  return (text, at) =>
    [...digits(text, at, locale), ...named(text, at), ...ofMonth(text, at)].filter(({ says }) =>
      isPossible(says.date),
    );
}

function digits(text: string, at: number, locale: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (found: RegExpExecArray, ...dates: readonly TypedDate[]) => {
    for (const date of dates) pieces.push({ end: at + found[0].length, says: { date } });
  };
  const yearFirst = matchAt(YEAR_FIRST, text, at);
  if (yearFirst) {
    const [, year, , month, day] = yearFirst;
    add(yearFirst, { year: Number(year), month: Number(month), day: Number(day) });
  }
  const three = matchAt(THREE, text, at);
  if (three) {
    const [, first, mark, second, third, secondApart, thirdApart] = three;
    add(three, ofThree(`${first}`, `${second ?? secondApart}`, `${third ?? thirdApart}`, mark, locale));
  }
  const two = matchAt(TWO, text, at);
  if (two) add(two, ofTwo(Number(two[1]), Number(two[3]), two[2], locale));
  const apart = matchAt(DOTS_APART, text, at);
  if (apart) add(apart, ofTwo(Number(apart[1]), Number(apart[2]), '.', locale));
  const cjk = matchAt(CJK, text, at);
  if (cjk) add(cjk, { ...yearOf(cjk[1]), month: Number(cjk[2]), day: Number(cjk[3]) });
  return pieces;
}

function ofThree(
  first: string,
  second: string,
  third: string,
  mark: string | undefined,
  locale: string,
): TypedDate {
  // Dots are day first everywhere.
  if (mark === '.') return { ...yearOf(third), month: Number(second), day: Number(first) };
  const order = dateOrderOf(locale);
  if (order.whole === 'year-first' && third.length === 2) {
    return { ...yearOf(first.padStart(2, '0')), month: Number(second), day: Number(third) };
  }
  const date = { ...yearOf(third), ...dayAndMonth(Number(first), Number(second), order.ofTwo) };
  const isGuess = order.whole === 'year-first' && Number(first) <= 12 && Number(second) <= 12;
  return isGuess && first !== second ? { ...date, guessedOrder: true } : date;
}

function ofTwo(first: number, second: number, mark: string | undefined, locale: string): TypedDate {
  return mark === '.' ? { month: second, day: first } : dayAndMonth(first, second, dateOrderOf(locale).ofTwo);
}

/** Where only the other order is a date, that is meant: there is no month 27. */
function dayAndMonth(first: number, second: number, order: DateOrder): { month: number; day: number } {
  const isDayFirst = order === 'day-first' ? second <= 12 : first > 12;
  return isDayFirst ? { day: first, month: second } : { day: second, month: first };
}

/** "the 27th", and in languages that say so "viernes 27". */
function daysOfMonth(languages: readonly Language[], { weekdays }: CalendarNames): Recogniser {
  const weekday = `(?<weekday>${alternatives(weekdays.keys())})\\.?`;
  const patterns = languages.flatMap(({ dayOfMonth }) =>
    dayOfMonth.map((words) => {
      const source = words.replace('{weekday}', weekday).replace('{day}', '(?<day>\\d{1,2})(?!\\d)');
      return new RegExp(`${source}(?![./:-] ?\\d)${WORD_END}`, 'uy');
    }),
  );
  return (text, at) =>
    patterns.flatMap((pattern) => {
      const found = matchAt(pattern, text, at);
      if (found?.groups === undefined) return [];
      const named = weekdays.get(found.groups['weekday'] ?? '');
      const date = { day: Number(found.groups['day']) };
      return [{ end: at + found[0].length, says: named === undefined ? { date } : { date, weekday: named } }];
    });
}

function namedDates(languages: readonly Language[], { months }: CalendarNames): Recogniser {
  const suffix = languages.map(({ daySuffix }) => daySuffix).join('|');
  const first = languages.map((language) => language.first).join('|');
  const name = alternatives(months.keys());
  const month = `(?<month>${name})\\.?(?!\\p{L})`;
  const day = `(?:(?<day>\\d{1,2})(?:${suffix}|er|º|\\.)?(?!\\d)|(?<first>${first}) )`;
  const of = '(?: of| de| del|-|/|\\.)? ?';
  const year =
    "(?:(?:,| of| de| del|-|/|\\.)? ?(?<year>\\d{4})|(?:,|-|/)? ?'?(?<short>\\d{2}))(?: г\\.?)?(?!\\p{L}|\\d|:\\d| ?[ap]\\.? ?m)";
  const patterns = [
    `${day}${of}${month}`,
    `${day}${of}${month}${year}`,
    `${month}[ ./-]?(?: ?the )? ?${day}(?!:|\\.\\d)(?!\\p{L})`,
    `${month}[ ./-]?(?: ?the )? ?${day}${year}`,
    `(?<year>\\d{4})[ ,./-]{1,2}${month}[ ./-]?${day}(?!:|\\.\\d)(?!\\p{L})`,
  ].map((source) => new RegExp(source, 'uy'));
  return (text, at) =>
    patterns.flatMap((pattern) => {
      const found = matchAt(pattern, text, at);
      const groups = found?.groups;
      if (found === undefined || groups === undefined) return [];
      const date: TypedDate = {
        ...yearOf(groups['year'] ?? groups['short']),
        month: months.get(groups['month'] ?? '') ?? 0,
        day: groups['first'] === undefined ? Number(groups['day']) : 1,
      };
      return [{ end: at + found[0].length, says: { date } }];
    });
}

function yearOf(typed: string | undefined): { year?: number } {
  if (typed === undefined) return {};
  return { year: typed.length === 2 ? 2000 + Number(typed) : Number(typed) };
}

function isPossible(date: TypedDate | undefined): boolean {
  if (date === undefined) return false;
  const { year, month = 1, day } = date;
  if (year !== undefined && (year < EARLIEST_YEAR || year > LATEST_YEAR)) return false;
  // Without a year it may be a leap year's.
  const last = month < 1 || month > 12 ? 0 : new Date(Date.UTC(year ?? 2028, month, 0)).getUTCDate();
  return day >= 1 && day <= last;
}

/** A regular expression's source for any of these words, the longest first. */
export function alternatives(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}
