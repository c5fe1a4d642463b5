import type { Declaration } from '../../shared/interactions/declaration.ts';

const admin = { tier: 'admin', cooldownSeconds: 0, whenBlacklisted: 'refuse' } as const;

export const declaration: Declaration = {
  name: 'sync',
  kind: 'command',
  memoryMb: 512,
  timeoutSeconds: 300,
  detachedTimeoutSeconds: 840,
  routes: [
    { on: 'command', key: 'sync', reply: 'ephemeral', ...admin },
    { on: 'component', key: 'sync.apply', reply: 'update', ...admin },
  ],
};
