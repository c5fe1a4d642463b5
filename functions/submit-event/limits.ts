export const MAX_TIME_LENGTH = 100;
export const MAX_SELECTED = 25;
export const COOLDOWN_SECONDS = 60;
