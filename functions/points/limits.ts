/** Twice as long once escaped, which still leaves room in every message that shows it. */
export const MAX_REASON = 400;
/** People of one `/points award`: as many as Discord lets somebody choose. */
export const MAX_AWARDED = 25;
/** Of a typed time. */
export const MAX_SINCE = 100;
