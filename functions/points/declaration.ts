import type { Declaration, Route } from '../../shared/interactions/declaration.ts';

const officer = { tier: 'officer', cooldownSeconds: 0, whenBlacklisted: 'refuse' } as const;
const moderator = { ...officer, tier: 'moderator' } as const;

const routes: readonly Route[] = [
  { on: 'command', key: 'points add', reply: 'ephemeral', ...officer },
  { on: 'command', key: 'points remove', reply: 'ephemeral', ...officer },
  { on: 'command', key: 'points history', reply: 'ephemeral', ...officer },
  { on: 'component', key: 'points.page', reply: 'update', ...officer },
  { on: 'user-menu', key: 'Add points', reply: 'modal', modal: 'points.add', ...officer },
  { on: 'modal', key: 'points.add', reply: 'ephemeral', ...officer },
  { on: 'command', key: 'points undo', reply: 'ephemeral', ...moderator },
  { on: 'autocomplete', key: 'points undo', reply: 'choices', ...moderator },
];

export const declaration: Declaration = {
  name: 'points',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 120,
  routes,
};
