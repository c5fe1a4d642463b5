import type { CalendarDay } from './candidate-days.ts';

/** Why a text is no day. */
export type DayProblem =
  /** Some of it was not understood. */
  | { readonly kind: 'not-understood' }
  /** It has a time of day in it, and whole days are asked for. */
  | { readonly kind: 'has-hour' }
  /** It means two days. `readings` can be typed in its place: `2026-12-05`. */
  | { readonly kind: 'two-readings'; readonly readings: readonly string[] }
  /** It names a day of the week that its date, `day`, is not. */
  | { readonly kind: 'other-weekday'; readonly day: CalendarDay }
  | { readonly kind: 'too-far-ahead'; readonly day: CalendarDay };

/** A typed day that cannot be taken. The caller words it for its reader. */
export class DayError extends Error {
  override readonly name = 'DayError';
  readonly problem: DayProblem;

  constructor(problem: DayProblem) {
    super(`A typed day cannot be read: ${problem.kind}.`);
    this.problem = problem;
  }
}

/** `2026-12-05`, which every language reads back. */
export function writtenDay({ year, month, day }: CalendarDay): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
