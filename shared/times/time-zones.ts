const OFFSET = /^[+-]/;

/**
 * Whether `Intl` keeps time by this name: `UTC`, `Asia/Kolkata`, `US/Eastern`, in any case. A bare offset is no
 * zone, since it would be wrong after a change of clocks. `Intl.supportedValuesOf` lists old canonical names only,
 * and takes longer.
 */
export function isTimeZone(name: string): boolean {
  if (name === 'UTC') return true;
  if (OFFSET.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
