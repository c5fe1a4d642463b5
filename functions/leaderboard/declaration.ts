import type { Declaration } from '../../shared/interactions/declaration.ts';

const everybody = { tier: 'member', whenBlacklisted: 'allow' } as const;

export const declaration: Declaration = {
  name: 'leaderboard',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes: [
    { on: 'command', key: 'leaderboard', reply: 'public', cooldownSeconds: 30, ...everybody },
    { on: 'component', key: 'leaderboard.page', reply: 'update', cooldownSeconds: 0, ...everybody },
  ],
};
