/** Twice as long once escaped, which still leaves room in every message that shows it. */
export const MAX_REASON = 400;
