import type { Declaration } from '../../shared/interactions/declaration.ts';

const everybody = { tier: 'member', whenBlacklisted: 'allow' } as const;

export const declaration: Declaration = {
  name: 'link-roblox',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes: [
    { on: 'command', key: 'link-roblox', reply: 'ephemeral', cooldownSeconds: 30, ...everybody },
    { on: 'component', key: 'link.check', reply: 'update', cooldownSeconds: 0, ...everybody },
  ],
};
