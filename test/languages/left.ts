/** Commands whose texts are English only. */
export const LEFT: readonly string[] = [];
