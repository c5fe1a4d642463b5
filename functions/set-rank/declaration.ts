import type { Declaration } from '../../shared/interactions/declaration.ts';

const admin = { tier: 'admin', cooldownSeconds: 0, whenBlacklisted: 'refuse' } as const;

export const declaration: Declaration = {
  name: 'set-rank',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes: [
    { on: 'command', key: 'set-rank', reply: 'ephemeral', ...admin },
    { on: 'autocomplete', key: 'set-rank', reply: 'choices', ...admin },
  ],
};
