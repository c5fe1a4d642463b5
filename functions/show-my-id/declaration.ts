import type { Declaration } from '../../shared/interactions/declaration.ts';

export const declaration: Declaration = {
  name: 'show-my-id',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes: [
    {
      on: 'command',
      key: 'show-my-id',
      reply: 'ephemeral',
      tier: 'member',
      cooldownSeconds: 0,
      whenBlacklisted: 'allow',
    },
  ],
};
