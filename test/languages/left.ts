/** Commands whose texts are English only. */
export const LEFT: readonly string[] = [
  'Add points',
  'Check member',
  'blacklist',
  'demote',
  'diagnose',
  'member',
  'points',
  'promote',
  'ranks',
  'settings',
  'sync',
];
