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
