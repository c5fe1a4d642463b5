import type { Declaration, Route } from '../../shared/interactions/declaration.ts';

const admin = { reply: 'ephemeral', tier: 'admin', cooldownSeconds: 0, whenBlacklisted: 'refuse' } as const;

const routes: readonly Route[] = [
  { on: 'command', key: 'settings show', ...admin },
  { on: 'command', key: 'settings channel', ...admin },
  { on: 'command', key: 'settings role', ...admin },
  { on: 'command', key: 'settings log-level', ...admin },
];

export const declaration: Declaration = {
  name: 'settings',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes,
};
