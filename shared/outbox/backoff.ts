const FIRST_MS = 5_000;
const LONGEST_MS = 30 * 60_000;
/** A service may ask for more; it is then asked again before. */
const LONGEST_ASKED_MS = 60 * 60_000;

/** No row is put off for longer, in milliseconds. */
export const LONGEST_DELAY_MS = LONGEST_ASKED_MS * 1.25;

/**
 * When a row that did not succeed is due again, in milliseconds from now: 5 s, 10 s, 20 s ... 30 min by the
 * number of attempts made, at least `afterMs` (an hour at most) where the service named a time, and up to a quarter
 * more, so that rows that failed together do not come back together. `random` returns a number in [0, 1).
 */
export function delayMs(attempts: number, random: () => number, afterMs = 0): number {
  const doubled = FIRST_MS * 2 ** Math.min(attempts - 1, 20);
  const least = Math.max(Math.min(afterMs, LONGEST_ASKED_MS), Math.min(doubled, LONGEST_MS));
  return Math.round(least * (1 + random() / 4));
}
