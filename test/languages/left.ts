/** Commands whose texts are English only. */
export const LEFT: readonly string[] = [
  'Add points',
  'Check member',
  'diagnose',
  'member',
  'points',
];
