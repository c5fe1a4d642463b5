import type { Declaration, Route } from '../../shared/interactions/declaration.ts';

const officer = { tier: 'officer', cooldownSeconds: 0, whenBlacklisted: 'refuse' } as const;

const routes: readonly Route[] = [
  { on: 'command', key: 'events pending', reply: 'ephemeral', ...officer },
  { on: 'command', key: 'events show', reply: 'ephemeral', ...officer },
  { on: 'autocomplete', key: 'events show', reply: 'choices', ...officer },
  { on: 'component', key: 'review.approve', reply: 'modal', modal: 'review.approve', ...officer },
  { on: 'component', key: 'review.decline', reply: 'modal', modal: 'review.decline', ...officer },
  { on: 'modal', key: 'review.approve', reply: 'ephemeral', ...officer },
  { on: 'modal', key: 'review.decline', reply: 'ephemeral', ...officer },
];

export const declaration: Declaration = {
  name: 'events',
  kind: 'command',
  memoryMb: 256,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 300,
  routes,
};
