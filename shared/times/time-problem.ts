/** Why a text is no point in time. Instants are Unix milliseconds. */
export type TimeProblem =
  /** Some of it was not understood. */
  | { readonly kind: 'not-understood' }
  /** A day without a time of day; `ms` is its noon. */
  | { readonly kind: 'no-hour'; readonly ms: number }
  /** It means two things. `readings` can be typed in its place. */
  | { readonly kind: 'two-readings'; readonly readings: readonly string[] }
  /** Clocks were set forward past it. */
  | { readonly kind: 'left-out'; readonly zone: string }
  | { readonly kind: 'other-weekday'; readonly ms: number }
  | { readonly kind: 'ahead'; readonly ms: number }
  | { readonly kind: 'too-long-ago'; readonly ms: number };

/** A typed time that cannot be taken. The caller words it for its reader. */
export class TimeError extends Error {
  override readonly name = 'TimeError';
  readonly problem: TimeProblem;

  constructor(problem: TimeProblem) {
    super(`A typed time cannot be read: ${problem.kind}.`);
    this.problem = problem;
  }
}
