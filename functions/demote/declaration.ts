import type { Declaration } from '../../shared/interactions/declaration.ts';

export const declaration: Declaration = {
  name: 'demote',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes: [
    {
      on: 'command',
      key: 'demote',
      reply: 'ephemeral',
      tier: 'admin',
      cooldownSeconds: 0,
      whenBlacklisted: 'refuse',
    },
  ],
};
