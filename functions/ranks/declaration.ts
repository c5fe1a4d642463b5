import type { Declaration, Route } from '../../shared/interactions/declaration.ts';

const member = { tier: 'member', cooldownSeconds: 0, whenBlacklisted: 'refuse' } as const;
const admin = { ...member, tier: 'admin' } as const;

const routes: readonly Route[] = [
  { on: 'command', key: 'ranks list', reply: 'ephemeral', ...member },
  { on: 'component', key: 'ranks.list', reply: 'update', ...member },
  { on: 'command', key: 'ranks roblox', reply: 'ephemeral', ...admin },
  { on: 'component', key: 'ranks.roblox', reply: 'update', ...admin },
  { on: 'command', key: 'ranks compare', reply: 'ephemeral', ...admin },
  { on: 'component', key: 'ranks.compare', reply: 'update', ...admin },
  { on: 'command', key: 'ranks set-role', reply: 'ephemeral', ...admin },
  { on: 'autocomplete', key: 'ranks set-role', reply: 'choices', ...admin },
  { on: 'command', key: 'ranks setup', reply: 'ephemeral', ...admin },
  { on: 'component', key: 'ranks.apply', reply: 'update', ...admin },
];

export const declaration: Declaration = {
  name: 'ranks',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes,
};
