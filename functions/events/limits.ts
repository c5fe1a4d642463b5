/** Twice as long once escaped, which still fits a field of an embed. */
export const MAX_NOTE = 500;
