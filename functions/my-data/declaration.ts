import type { Declaration } from '../../shared/interactions/declaration.ts';

const everybody = { tier: 'member', whenBlacklisted: 'allow' } as const;

export const declaration: Declaration = {
  name: 'my-data',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes: [
    { on: 'command', key: 'my-data export', reply: 'ephemeral', cooldownSeconds: 60, ...everybody },
    { on: 'command', key: 'my-data delete', reply: 'ephemeral', cooldownSeconds: 0, ...everybody },
    { on: 'component', key: 'my-data.delete', reply: 'update', cooldownSeconds: 0, ...everybody },
  ],
};
