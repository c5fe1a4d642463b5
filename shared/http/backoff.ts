const FIRST_MS = 250;
const LONGEST_MS = 8000;

/**
 * Milliseconds to wait before attempt `attempt + 1` (the first attempt is 1): exponential, between half and the
 * whole of 250 ms, 500 ms, 1 s ... 8 s, so that many callers do not come back at one moment.
 * `random` returns a number in [0, 1).
 */
export function backoffMs(attempt: number, random: () => number): number {
  const whole = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return Math.round(whole * (0.5 + random() / 2));
}
