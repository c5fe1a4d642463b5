import type { Declaration, Route } from '../../shared/interactions/declaration.ts';

const officer = {
  reply: 'ephemeral',
  tier: 'officer',
  cooldownSeconds: 0,
  whenBlacklisted: 'refuse',
} as const;

const routes: readonly Route[] = [
  { on: 'command', key: 'member check', ...officer },
  { on: 'user-menu', key: 'Check member', ...officer },
  { on: 'command', key: 'member verify', ...officer, tier: 'admin' },
];

export const declaration: Declaration = {
  name: 'member',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes,
};
