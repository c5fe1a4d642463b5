import type { Declaration } from '../../shared/interactions/declaration.ts';

export const declaration: Declaration = {
  name: 'sync-ranks',
  kind: 'job',
  memoryMb: 512,
  timeoutSeconds: 300,
  detachedTimeoutSeconds: 1800,
  routes: [],
};
