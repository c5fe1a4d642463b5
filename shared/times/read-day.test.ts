import { describe, expect, it } from 'vitest';
import { DayError, writtenDay } from './day-problem.ts';
import { readFutureDay, readLastDay } from './read-day.ts';

/** A Saturday. */
const NOW = '2026-11-28T20:00:00Z';
interface Where {
  readonly now?: string;
  readonly timeZone?: string;
  readonly locale?: string;
}
const at = ({ now = NOW, timeZone = 'UTC', locale = 'en-US' }: Where = {}) => ({
  now: Date.parse(now),
  timeZone,
  locale,
});
const first = (typed: string, where?: Where) => writtenDay(readFutureDay(typed, at(where)));
function last(typed: string, from: string, where?: Where) {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  return writtenDay(readLastDay(typed, { year, month, day }, at(where)));
}
function problem(read: () => unknown) {
  try {
    read();
  } catch (error) {
    if (error instanceof DayError) return error.problem;
    throw error;
  }
  throw new Error('It was read.');
}

describe('a day to come', () => {
  it.each<[string, string, Where?]>([
    ['today', '2026-11-28'],
    ['tomorrow', '2026-11-29'],
    ['the day after tomorrow', '2026-11-30'],
    ['monday', '2026-11-30'],
    ['next monday', '2026-11-30'],
    ['next saturday', '2026-12-05'],
    ['friday', '2026-12-04'],
    ['friday next week', '2026-12-04'],
    ['Dec 5', '2026-12-05'],
    ['5 December', '2026-12-05'],
    ['5 December 2026', '2026-12-05'],
    ['saturday, Dec 5', '2026-12-05'],
    ['2026-12-05', '2026-12-05'],
    ['12/05', '2026-12-05'],
    ['05/12', '2026-12-05', { locale: 'en-GB' }],
    ['5.12.', '2026-12-05'],
    ['28 November', '2026-11-28'],
    ['27 November', '2027-11-27'],
    ['Feb 3', '2027-02-03'],
    ['the 5th', '2026-12-05'],
    ['the 31st', '2026-12-31'],
    ['from 5 December', '2026-12-05'],
    ['in 3 weeks', '2026-12-19'],
    ['in a week', '2026-12-05'],
    ['10 days from now', '2026-12-08'],
    ['<t:1796428800:D>', '2026-12-05'],
    ['tomorrow', '2026-11-30', { timeZone: 'Pacific/Auckland' }],
    ['29 feb', '2028-02-29', { now: '2027-06-01T12:00:00Z' }],
  ])('is read from %s: %s', (typed, expected, where) => {
    expect(first(typed, where)).toBe(expected);
  });

  it.each([
    ['yesterday', '2026-11-27'],
    ['2026-11-01', '2026-11-01'],
    ['last friday', '2026-11-27'],
    ['3 days ago', '2026-11-25'],
  ])('may lie in the past where it was typed in full: %s', (typed, expected) => {
    expect(first(typed)).toBe(expected);
  });

  it.each<[string, readonly string[], Where?]>([
    ['saturday', ['2026-11-28', '2026-12-05']],
    ['this friday', ['2026-11-27', '2026-12-04']],
    ['11/12/2026', ['2026-11-12', '2026-12-11'], { locale: 'en-CA' }],
  ])('is refused where %s means two', (typed, readings, where) => {
    expect(problem(() => first(typed, where))).toEqual({ kind: 'two-readings', readings });
  });

  it.each([
    ['tomorrow 8pm', 'has-hour'],
    ['tomorrow evening', 'has-hour'],
    ['tonight', 'has-hour'],
    ['29 feb', 'too-far-ahead'],
    ['2027-12-01', 'too-far-ahead'],
    ['friday, Dec 5', 'other-weekday'],
    ['next week', 'not-understood'],
    ['for 2 weeks', 'not-understood'],
    ['2 hours ago', 'not-understood'],
    ['Dec 32', 'not-understood'],
    ['Dec 5 or so', 'not-understood'],
    ['monday to friday', 'not-understood'],
    ['Dec 5 tomorrow', 'not-understood'],
    ['', 'not-understood'],
    ['x'.repeat(300), 'not-understood'],
  ])('is refused: %s (%s)', (typed, kind) => {
    expect(problem(() => first(typed)).kind).toBe(kind);
  });
});

describe('the last day', () => {
  it.each<[string, string, string]>([
    ['friday', '2026-12-07', '2026-12-11'],
    ['5 January', '2026-12-20', '2027-01-05'],
    ['the 5th', '2026-12-20', '2027-01-05'],
    ['for 2 weeks', '2026-12-07', '2026-12-20'],
    ['10 days', '2026-12-07', '2026-12-16'],
    ['a week', '2026-12-07', '2026-12-13'],
    ['tomorrow', '2026-11-28', '2026-11-29'],
    ['in 3 weeks', '2026-11-28', '2026-12-19'],
    ['until 2026-12-24', '2026-12-07', '2026-12-24'],
    ['friday next week', '2026-12-01', '2026-12-04'],
    ['the day after tomorrow', '2026-11-29', '2026-11-30'],
  ])('%s follows its first one, %s: %s', (typed, from, expected) => {
    expect(last(typed, from)).toBe(expected);
  });

  it('may lie before the first where it was typed in full', () => {
    expect(last('2026-12-01', '2026-12-07')).toBe('2026-12-01');
  });

  it('is refused where it may be the first day or a week later, or counts from two days', () => {
    expect(problem(() => last('monday', '2026-12-07'))).toEqual({
      kind: 'two-readings',
      readings: ['2026-12-07', '2026-12-14'],
    });
    expect(problem(() => last('in 3 weeks', '2026-12-07'))).toEqual({
      kind: 'two-readings',
      readings: ['2026-12-19', '2026-12-28'],
    });
  });
});

describe('a day to come in another language', () => {
  it.each<[string, readonly string[], string]>([
    [
      'de',
      ['morgen', 'ab morgen', '29.11.', '29. November', 'Sonntag', 'am Sonntag', 'So', 'nächsten Sonntag'],
      '2026-11-29',
    ],
    [
      'de',
      ['5. Dezember', '5. Dez.', 'am 5.12.', 'Samstag, 5. Dezember', 'nächste Woche Samstag'],
      '2026-12-05',
    ],
    [
      'de',
      ['übermorgen', 'nächsten Montag', 'Montag', 'kommenden Montag', 'in 2 Tagen', 'Montag nächster Woche'],
      '2026-11-30',
    ],
    ['de', ['in 3 Wochen', 'heute in 3 Wochen', 'in drei Wochen', '19.12.2026', 'am 19.'], '2026-12-19'],
    [
      'es-ES',
      ['mañana', 'manana', 'el domingo', 'domingo', 'desde mañana', '29/11', '29 de noviembre'],
      '2026-11-29',
    ],
    [
      'es-419',
      ['5 de diciembre', '5 dic', 'el 5', 'el sábado que viene', 'sábado 5', 'próximo sábado'],
      '2026-12-05',
    ],
    [
      'es-ES',
      ['pasado mañana', 'el próximo lunes', 'lunes', 'lunes que viene', 'en 2 días', 'dentro de dos días'],
      '2026-11-30',
    ],
    ['es-ES', ['en 3 semanas', 'dentro de 3 semanas', 'sábado 19 de diciembre'], '2026-12-19'],
    ['fr', ['demain', 'dimanche', 'dim.', 'à partir de demain', '29/11', '29 novembre'], '2026-11-29'],
    [
      'fr',
      ['5 décembre', '5 dec.', 'le 5', 'samedi prochain', 'samedi 5', 'samedi de la semaine prochaine'],
      '2026-12-05',
    ],
    ['fr', ['après-demain', 'lundi prochain', 'lundi', 'dans 2 jours'], '2026-11-30'],
    ['fr', ['dans 3 semaines', 'samedi 19 décembre', 'le 19/12'], '2026-12-19'],
    ['pt-BR', ['amanhã', 'amanha', 'domingo', 'no domingo', 'a partir de amanhã', '29/11'], '2026-11-29'],
    [
      'pt-BR',
      ['5 de dezembro', '5 dez', 'dia 5', 'próximo sábado', 'sábado dia 5', 'sábado que vem'],
      '2026-12-05',
    ],
    [
      'pt-BR',
      [
        'depois de amanhã',
        'próxima segunda',
        'segunda',
        'segunda-feira',
        'segunda que vem',
        'daqui a 2 dias',
      ],
      '2026-11-30',
    ],
    ['pt-BR', ['em 3 semanas', 'daqui a três semanas', 'sábado, 19 de dezembro'], '2026-12-19'],
  ])('in %s: %s', (locale, texts, expected) => {
    expect(texts.map((typed) => `${typed}: ${first(typed, { locale })}`)).toEqual(
      texts.map((typed) => `${typed}: ${expected}`),
    );
  });

  it.each<[string, readonly string[]]>([
    [
      'de',
      [
        'Samstag',
        'diesen Freitag',
        'in acht Tagen',
        'morgen früh',
        'heute Abend',
        'nächste Woche',
        'nach dem 5.',
        'Ende Dezember',
        'Montag bis Freitag',
        'in ein paar Tagen',
        'nicht morgen',
        'Freitag, 5. Dezember',
      ],
    ],
    [
      'es-ES',
      [
        'sábado',
        'este viernes',
        'en 8 días',
        'en quince días',
        'mañana por la mañana',
        'esta noche',
        'la semana que viene',
        'después del 5',
        'de lunes a viernes',
        'viernes 5 de diciembre',
      ],
    ],
    [
      'fr',
      [
        'samedi',
        'ce vendredi',
        'dans huit jours',
        'dans 15 jours',
        'demain matin',
        'ce soir',
        'la semaine prochaine',
        'après le 5',
        'du lundi au vendredi',
        'vendredi 5 décembre',
      ],
    ],
    [
      'pt-BR',
      [
        'sábado',
        'nesta sexta',
        'em 15 dias',
        'amanhã de manhã',
        'esta noite',
        'semana que vem',
        'depois do dia 5',
        'de segunda a sexta',
        'sexta, 5 de dezembro',
      ],
    ],
  ])('is refused in %s where it is no one day: %s', (locale, texts) => {
    expect(texts.filter((typed) => wasRead(typed, locale))).toEqual([]);
  });

  it.each([
    ['de', '2 Wochen', 'für zwei Wochen', 'zwei Wochen lang'],
    ['es-ES', '2 semanas', 'por dos semanas', 'durante 2 semanas'],
    ['fr', '2 semaines', 'pendant deux semaines', 'pour 2 semaines'],
    ['pt-BR', '2 semanas', 'por duas semanas', 'durante 2 semanas'],
  ])('may be a length in %s: %s', (locale, ...texts) => {
    expect(texts.map((typed) => last(typed, '2026-12-07', { locale }))).toEqual(
      texts.map(() => '2026-12-20'),
    );
  });
});

function wasRead(typed: string, locale: string): boolean {
  try {
    first(typed, { locale });
    return true;
  } catch (error) {
    if (error instanceof DayError) return false;
    throw error;
  }
}
