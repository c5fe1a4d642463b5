import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { readPastTime } from './read-time.ts';
import { TimeError } from './time-problem.ts';
import { addDays, instantsOf, type WallClock, wallClockAt } from './wall-clock.ts';

/** Days from today, or a weekday (0 is Sunday): the latest one, or the one before today when it says so. */
type Day = { readonly days: number } | { readonly weekday: number; readonly isLast?: true };
interface Words {
  readonly locale: string;
  readonly days: readonly (readonly [string, Day])[];
  /** Hour and minute. */
  readonly hours: readonly (readonly [string, number, number])[];
  /** Between a day and an hour after it, and between an hour and a day after it. */
  readonly toHour: readonly string[];
  readonly toDay: readonly string[];
  /** What no reader may pass over. */
  readonly strange: readonly string[];
}

const LANGUAGES: readonly Words[] = [
  {
    locale: 'de',
    days: [
      ['heute', { days: 0 }],
      ['gestern', { days: -1 }],
      ['vorgestern', { days: -2 }],
      ['vor 3 Tagen', { days: -3 }],
      ['Freitag', { weekday: 5 }],
      ['am Sonntag', { weekday: 0 }],
      ['Di.', { weekday: 2 }],
      ['letzten Mittwoch', { weekday: 3, isLast: true }],
      ['Sonnabend', { weekday: 6 }],
    ],
    hours: [
      ['20 Uhr', 20, 0],
      ['20:15', 20, 15],
      ['21.30 Uhr', 21, 30],
      ['9 Uhr morgens', 9, 0],
      ['halb neun abends', 20, 30],
      ['Viertel nach drei nachmittags', 15, 15],
      ['8 Uhr abends', 20, 0],
      ['14h', 14, 0],
      ['19 Uhr 45', 19, 45],
      ['zehn vor neun abends', 20, 50],
    ],
    toHour: [' ', ' um ', ', ', ' gegen '],
    toDay: [' ', ', '],
    strange: ['nach', 'vor', 'nicht', 'kurz', 'halb', 'morgen', 'spätestens', 'zwischen', 'oder', '99'],
  },
  {
    locale: 'es-ES',
    days: [
      ['hoy', { days: 0 }],
      ['ayer', { days: -1 }],
      ['anteayer', { days: -2 }],
      ['hace 3 días', { days: -3 }],
      ['viernes', { weekday: 5 }],
      ['el domingo', { weekday: 0 }],
      ['mar.', { weekday: 2 }],
      ['el miércoles pasado', { weekday: 3, isLast: true }],
      ['sáb', { weekday: 6 }],
    ],
    hours: [
      ['las 20', 20, 0],
      ['las 20:15', 20, 15],
      ['las 9 de la mañana', 9, 0],
      ['las ocho y media de la tarde', 20, 30],
      ['las tres y cuarto de la tarde', 15, 15],
      ['las 9 de la noche', 21, 0],
      ['las nueve menos diez de la noche', 20, 50],
      ['las 14h', 14, 0],
      ['la una de la tarde', 13, 0],
      ['las 2 de la madrugada', 2, 0],
    ],
    toHour: [' a ', ', a '],
    toDay: [' ', ' de ', ', '],
    strange: ['después', 'antes', 'no', 'casi', 'media', 'mañana', 'entre', 'o', 'menos', '99'],
  },
  {
    locale: 'fr',
    days: [
      ["aujourd'hui", { days: 0 }],
      ['hier', { days: -1 }],
      ['avant-hier', { days: -2 }],
      ['il y a 3 jours', { days: -3 }],
      ['vendredi', { weekday: 5 }],
      ['dim.', { weekday: 0 }],
      ['mar.', { weekday: 2 }],
      ['mercredi dernier', { weekday: 3, isLast: true }],
      ['sam', { weekday: 6 }],
    ],
    hours: [
      ['20h', 20, 0],
      ['20h15', 20, 15],
      ['21 h 30', 21, 30],
      ['9h du matin', 9, 0],
      ['huit heures et demie du soir', 20, 30],
      ["trois heures et quart de l'après-midi", 15, 15],
      ['8h du soir', 20, 0],
      ['neuf heures moins dix du soir', 20, 50],
      ['midi', 12, 0],
      ['20:45', 20, 45],
    ],
    toHour: [' à ', ', ', ' vers ', ' '],
    toDay: [' ', ', '],
    strange: ['après', 'avant', 'pas', 'presque', 'et', 'demain', 'entre', 'ou', 'moins', '99'],
  },
  {
    locale: 'pt-BR',
    days: [
      ['hoje', { days: 0 }],
      ['ontem', { days: -1 }],
      ['anteontem', { days: -2 }],
      ['há 3 dias', { days: -3 }],
      ['sexta', { weekday: 5 }],
      ['no domingo', { weekday: 0 }],
      ['ter.', { weekday: 2 }],
      ['quarta passada', { weekday: 3, isLast: true }],
      ['sáb', { weekday: 6 }],
    ],
    hours: [
      ['20h', 20, 0],
      ['20h15', 20, 15],
      ['21:30', 21, 30],
      ['9 da manhã', 9, 0],
      ['oito e meia da noite', 20, 30],
      ['três e quinze da tarde', 15, 15],
      ['9 da noite', 21, 0],
      ['dez para as nove da noite', 20, 50],
      ['14 horas', 14, 0],
      ['2 da madrugada', 2, 0],
    ],
    toHour: [' às ', ', ', ' as '],
    toDay: [' de ', ' ', ', '],
    strange: ['depois', 'antes', 'não', 'quase', 'meia', 'amanhã', 'entre', 'ou', 'menos', '99'],
  },
];
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
];
const AHEAD_MS = 15 * 60_000;

const moments = fc.integer({ min: Date.UTC(2026, 0, 10) / 60_000, max: Date.UTC(2027, 11, 20) / 60_000 });

describe.each(LANGUAGES)('in $locale', (words) => {
  const phrases = fc.record({
    minute: moments,
    timeZone: fc.constantFrom(...ZONES),
    day: fc.constantFrom(...words.days),
    hour: fc.constantFrom(...words.hours),
    toHour: fc.constantFrom(...words.toHour),
    toDay: fc.constantFrom(...words.toDay),
    hourFirst: fc.boolean(),
    upper: fc.boolean(),
    plain: fc.boolean(),
  });
  type Made = typeof phrases extends fc.Arbitrary<infer T> ? T : never;
  const written = ({ day, hour, toHour, toDay, hourFirst, upper, plain }: Made) => {
    const text = hourFirst ? `${hour[0]}${toDay}${day[0]}` : `${day[0]}${toHour}${hour[0]}`;
    const bare = plain ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
    return upper ? bare.toUpperCase() : bare;
  };
  const read = (typed: string, { minute, timeZone }: Made) => {
    try {
      return readPastTime(typed, { now: minute * 60_000, timeZone, locale: words.locale }).ms;
    } catch (error) {
      if (error instanceof TimeError) return error.problem.kind;
      throw error;
    }
  };

  it('a day and an hour are that time in any order, case and zone, and never another', () => {
    let count = 0;
    let refused = 0;
    fc.assert(
      fc.property(phrases, (made) => {
        const typed = written(made);
        const got = read(typed, made);
        const wanted = instantsFor(made.day[1], made.hour, made.minute * 60_000, made.timeZone);
        count += 1;
        if (typeof got === 'string') refused += 1;
        else expect(wanted, typed).toContain(got);
      }),
      { numRuns: 250 },
    );
    // Hours that the clocks repeat or leave out are refused, and hardly anything else.
    expect(refused / count).toBeLessThan(0.05);
  });

  it('a word put into it is never passed over', () => {
    fc.assert(
      fc.property(phrases, fc.constantFrom(...words.strange), fc.nat(), (made, strange, at) => {
        const parts = written({ ...made, upper: false, plain: false }).split(' ');
        // Before it all, "until" changes nothing.
        const place = 1 + (at % parts.length);
        const typed = [...parts.slice(0, place), strange, ...parts.slice(place)].join(' ');
        const got = read(typed, made);
        const before = read(written(made), made);
        if (got === before && typeof got === 'number')
          throw new Error(`${typed} was read without ${strange}.`);
      }),
      { numRuns: 250 },
    );
  });
});

/** Found day by day and hour by hour, without anything that the reader uses to choose. */
function instantsFor(
  day: Day,
  [, hour, minute]: readonly [string, number, number],
  now: number,
  timeZone: string,
): readonly number[] {
  const today = wallClockAt(now, timeZone);
  const on = (days: number) =>
    instantsOf({ ...addDays<WallClock>(today, days), hour, minute, second: 0 }, timeZone);
  if ('days' in day) return on(day.days);
  const weekdayOf = ({ year, month, day: date }: WallClock) =>
    new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  for (let days = day.isLast === true ? -1 : 1; days > -15; days -= 1) {
    const past = on(days).filter((ms) => day.isLast === true || ms <= now + AHEAD_MS);
    if (weekdayOf(addDays(today, days)) === day.weekday && past.length > 0) return past;
  }
  return [];
}
