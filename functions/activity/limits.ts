export const MIN_WEEKS = 4;
export const MAX_WEEKS = 26;
export const DEFAULT_WEEKS = 12;
