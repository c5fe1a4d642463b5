/** The first day of the month that is played, a Monday. In both clans' zones the clocks change within it. */
const FIRST_DAY = Date.UTC(2026, 9, 19);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The day so many days after the first one, `2026-10-19`. */
export function dayName(day: number): string {
  return new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
}

const known = new Map<string, number>();

/** When that day begins in the zone, in Unix milliseconds: the hour at which its clocks show midnight. */
export function dayBegins(day: number, timeZone: string): number {
  const key = `${day} ${timeZone}`;
  const begins = known.get(key) ?? midnight(day, timeZone);
  known.set(key, begins);
  return begins;
}

function midnight(day: number, timeZone: string): number {
  const clocks = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const wanted = `${dayName(day)} 00:00`;
  for (let hours = -14; hours <= 14; hours += 1) {
    const at = FIRST_DAY + day * DAY_MS + hours * HOUR_MS;
    if (clocks.format(at) === wanted) return at;
  }
  throw new Error(`${wanted} is no time in ${timeZone}`);
}

/** A time of that day. Not for the hours in which the clocks change. */
export function timeOf(day: number, hour: number, minute: number, timeZone: string): number {
  const sinceMidnight = hour * HOUR_MS + minute * 60_000;
  // Counted back from the next midnight in the second half, so that a changed clock has no say.
  return hour < 12
    ? dayBegins(day, timeZone) + sinceMidnight
    : dayBegins(day + 1, timeZone) - 24 * HOUR_MS + sinceMidnight;
}
