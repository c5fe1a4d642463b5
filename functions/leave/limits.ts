/** Characters of a reason, as the column holds them. */
export const MAX_REASON = 500;
/** Characters of a typed day. */
export const MAX_DAY = 200;
