import type { Declaration } from '../../shared/interactions/declaration.ts';

export const declaration: Declaration = {
  name: 'xp',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes: [
    {
      on: 'command',
      key: 'xp',
      reply: 'ephemeral',
      tier: 'member',
      cooldownSeconds: 10,
      whenBlacklisted: 'allow',
    },
  ],
};
