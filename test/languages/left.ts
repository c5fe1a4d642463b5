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
  'set-rank',
  'settings',
<<<<<<< HEAD
  'help',
=======
  'leave',
>>>>>>> 6439218 (Say /help in five languages)
  'quota',
  'sync',
];
