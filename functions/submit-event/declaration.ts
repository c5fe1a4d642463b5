import type { Declaration } from '../../shared/interactions/declaration.ts';

export const declaration: Declaration = {
  name: 'submit-event',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes: [
    {
      on: 'command',
      key: 'submit-event',
      reply: 'modal',
      modal: 'submit-event',
      tier: 'member',
      cooldownSeconds: 0,
      whenBlacklisted: 'refuse',
    },
    {
      on: 'modal',
      key: 'submit-event',
      reply: 'ephemeral',
      tier: 'member',
      cooldownSeconds: 60,
      whenBlacklisted: 'refuse',
    },
  ],
};
