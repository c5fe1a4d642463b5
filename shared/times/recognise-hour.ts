import type { HourWords, Language } from './language.ts';
import { matchAt, type Piece, type Recogniser, type TypedHour, WORD_END } from './phrase.ts';
import { alternatives } from './recognise-date.ts';

/** `pm`, `p.m.`, `p. m.`, and `p` where it stands at the digits. */
const HALF = '(?: ?(?<half>[ap])\\.? ?m\\.?|(?<letter>[ap])\\.?)(?![\\p{L}\\d])';
/** A zone may follow at once: `20:00z`, `20:00+02:00`. */
const CLOCK_END = '(?!\\d|[:.]\\d|(?!z(?![\\p{L}\\d]))\\p{L})';
const CLOCK = '(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d{1,9})?)?';
const ISO = new RegExp(
  `(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})t${CLOCK}(?:(?<utc>z)|(?<sign>[+-])(?<east>\\d{2}):?(?<eastMinute>\\d{2}))?${WORD_END}`,
  'uy',
);

/** Times of day in digits and words. A dash before hours is never a sign: nothing here looks at one. */
export function hourRecogniser(languages: readonly Language[]): Recogniser {
  const mark = `(?:${languages.map(({ hourMark }) => hourMark).join('|')})`;
  const oClock = `(?:${languages.map((language) => language.oClock).join('|')})`;
  const marked = `(?:${languages.map((language) => `${language.hourMark}|${language.oClock}`).join('|')})`;
  const at = `(?:@|(?:${languages.map((language) => language.at).join('|')}) )`;
  const numbers = new Map(
    languages.flatMap((language) =>
      Object.entries(language.numbers).filter(
        ([, value]) => Number.isInteger(value) && value <= language.lastHour,
      ),
    ),
  );
  const word = `(?<word>${alternatives(numbers.keys())})`;
  const patterns: readonly (readonly [string, Partial<TypedHour>])[] = [
    [`${CLOCK}${HALF}`, {}],
    [`${CLOCK}(?: ?${mark}(?!\\p{L}))?${CLOCK_END}`, {}],
    [`(?<hour>\\d{1,2})\\.(?<minute>\\d{2})${HALF}`, {}],
    [`(?<hour>\\d{1,2})\\.(?<minute>\\d{2})(?: ?${mark})?(?!\\.|:)${WORD_END}`, {}],
    [`${at}?(?<hour>\\d{1,2}) ?${marked}${WORD_END}(?!:)`, {}],
    [`(?<hour>\\d{1,2}) ?${mark} ?(?<minute>\\d{2})(?!:|\\.\\d)${WORD_END}`, {}],
    [`(?<hour>1[3-9]|2[0-4]) ?h ?(?<minute>\\d{2}) ?(?:min|mn|m)${WORD_END}`, {}],
    [`(?:(?<hour>\\d{1,2})|${word})(?: ?${marked})?${HALF}`, {}],
    [`(?<hour>\\d{1,2})(?<minute>\\d{2})${HALF}`, {}],
    [`(?<hour>\\d{2})(?<minute>\\d{2}) ?(?:hrs|hours|${mark})${WORD_END}`, {}],
    [
      `(?<hour>[01]\\d|2[0-4])(?<minute>[0-5]\\d)(?!:|[./-]\\d)${WORD_END}(?! ?[ap]\\.? ?m)`,
      { bare: 'military' },
    ],
    [`(?<hour>\\d{1,2})(?!:|[./-]\\d)${WORD_END}(?! ?[ap]\\.? ?m)`, { bare: 'number' }],
    [`${at}?${word} ${oClock}${WORD_END}`, {}],
    [`${at}${word} ${mark}${WORD_END}`, {}],
    [`${at}(?:(?<hour>\\d{1,2})|${word})(?!:|[./]\\d)${WORD_END}(?! ?[ap]\\.? ?m)`, {}],
    [`(?<noon>${languages.map((language) => language.noon).join('|')})${WORD_END}`, {}],
    [`(?<midnight>${languages.map((language) => language.midnight).join('|')})${WORD_END}`, {}],
  ];
  const clocks = patterns.map(([source, more]) => [new RegExp(source, 'uy'), more] as const);
  const words = languages.flatMap(({ hourWords }) =>
    hourWords.map((one) => {
      const hour = `(?:(?<hour>\\d{1,2})(?: ?${marked})?|${word}(?: ?${oClock})?)`;
      const source = one.pattern.replace('{hour}', hour);
      return [new RegExp(`${source}(?:${HALF}|(?!:|[./]\\d)${WORD_END})`, 'uy'), one] as const;
    }),
  );
  return (text, start) => [
    ...isoPieces(text, start),
    ...clocks.flatMap(([pattern, more]) =>
      piecesOf(matchAt(pattern, text, start), start, numbers, undefined, more),
    ),
    ...words.flatMap(([pattern, one]) =>
      piecesOf(
        matchAt(pattern, text, start),
        start,
        numbers,
        one,
        one.isOpen === true ? { isSpoken: true } : {},
      ),
    ),
  ];
}

function piecesOf(
  found: RegExpExecArray | undefined,
  start: number,
  numbers: ReadonlyMap<string, number>,
  said: HourWords | undefined,
  more: Partial<TypedHour>,
): readonly Piece[] {
  if (found?.groups === undefined) return [];
  const end = start + found[0].length;
  const { hour, word, minute = '0', second = '0', half, letter, noon, midnight } = found.groups;
  if (midnight !== undefined) {
    const says = { hour: { hour: 0, minute: 0, second: 0, half: '24', isMidnight: true } } as const;
    return [{ end, says }];
  }
  if (noon !== undefined) return [{ end, says: { hour: { hour: 12, minute: 0, second: 0, half: '24' } } }];
  const typed = said?.hour ?? (hour === undefined ? (numbers.get(word ?? '') ?? -1) : Number(hour));
  const read = hourOf(typed, Number(minute), Number(second), half ?? letter, said);
  return read === undefined ? [] : [{ end, says: { hour: { ...read, ...more } } }];
}

/** Undefined: no clock shows that. A quarter to one is 12:45, and in the same half of the day as one. */
function hourOf(
  hour: number,
  minute: number,
  second: number,
  letter: string | undefined,
  said: HourWords | undefined,
): TypedHour | undefined {
  if (hour < 0 || hour > 24 || minute > 59 || second > 59) return undefined;
  if (hour === 24 && (minute > 0 || second > 0)) return undefined;
  if (letter === 'a' && hour > 12) return undefined;
  if (letter === 'p' && (hour === 0 || hour === 24)) return undefined;
  const half = letter === 'a' ? 'am' : letter === 'p' ? 'pm' : hour >= 1 && hour <= 12 ? 'open' : '24';
  if (said === undefined) return { hour, minute, second, half };
  const shift = said.minutes;
  if (said.hour !== undefined) return wholeDayHour(hour, shift);
  // In some languages nobody says half past twenty.
  if (half === '24') return said.on24 === true && hour > 12 ? wholeDayHour(hour, shift) : undefined;
  if (shift > 0) return { hour, minute: shift, second, half };
  const before = hour === 1 ? 12 : hour - 1;
  const crosses = hour === 12 && half !== 'open';
  return crosses ? undefined : { hour: before, minute: 60 + shift, second, half };
}

/** An hour of the 24-hour clock, and minutes from it. */
function wholeDayHour(hour: number, shift: number): TypedHour | undefined {
  const minutes = hour * 60 + shift;
  if (minutes >= 24 * 60) return undefined;
  return { hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0, half: '24' };
}

function isoPieces(text: string, start: number): readonly Piece[] {
  const found = matchAt(ISO, text, start);
  if (found?.groups === undefined) return [];
  const { year, month, day, hour, minute, second = '0', utc, sign, east, eastMinute } = found.groups;
  const read = hourOf(Number(hour), Number(minute), Number(second), undefined, undefined);
  const offset = utc === undefined ? Number(east) * 60 + Number(eastMinute) : 0;
  const isDay =
    Number(day) >= 1 && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (read === undefined || !isDay || Number(month) > 12 || offset > 14 * 60) return [];
  const zone = Number.isNaN(offset) ? {} : { zone: { zone: sign === '-' ? -offset : offset } };
  return [
    {
      end: start + found[0].length,
      says: {
        date: { year: Number(year), month: Number(month), day: Number(day) },
        hour: { ...read, half: '24' },
        ...zone,
      },
    },
  ];
}
