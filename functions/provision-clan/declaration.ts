import type { Declaration } from '../../shared/interactions/declaration.ts';

export const declaration: Declaration = {
  name: 'provision-clan',
  kind: 'provision',
  memoryMb: 512,
  timeoutSeconds: 300,
  detachedTimeoutSeconds: 300,
  routes: [],
};
