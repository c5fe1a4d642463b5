/** What Discord offers at the keyboard and the function checks again. */
export const MAX_REASON = 500;
export const MAX_DAYS = 3650;
