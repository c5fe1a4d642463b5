import type { Declaration, Route } from '../../shared/interactions/declaration.ts';

const admin = { tier: 'admin', cooldownSeconds: 0, whenBlacklisted: 'refuse' } as const;

const routes: readonly Route[] = [
  { on: 'command', key: 'blacklist add', reply: 'ephemeral', ...admin },
  { on: 'command', key: 'blacklist remove', reply: 'ephemeral', ...admin },
  { on: 'command', key: 'blacklist view', reply: 'ephemeral', ...admin },
  { on: 'component', key: 'blacklist.page', reply: 'update', ...admin },
];

export const declaration: Declaration = {
  name: 'blacklist',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes,
};
