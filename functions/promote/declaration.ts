import type { Declaration, Route } from '../../shared/interactions/declaration.ts';

const admin = { reply: 'ephemeral', tier: 'admin', cooldownSeconds: 0, whenBlacklisted: 'refuse' } as const;

const routes: readonly Route[] = [
  { on: 'command', key: 'promote', ...admin },
  { on: 'component', key: 'card.approve', ...admin },
  { on: 'component', key: 'card.deny', ...admin },
];

export const declaration: Declaration = {
  name: 'promote',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes,
};
