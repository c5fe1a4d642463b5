/** Characters of a reason, as the column holds them. */
export const MAX_REASON = 500;
/** The most that a quota may ask for in a week. */
export const MAX_AMOUNT = 10_000;
/** Weeks that can be chosen, the present one included. */
export const WEEKS = 8;
