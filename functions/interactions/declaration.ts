import type { Declaration } from '../../shared/interactions/declaration.ts';

export const declaration: Declaration = {
  name: 'interactions',
  kind: 'front-door',
  memoryMb: 512,
  timeoutSeconds: 30,
  detachedTimeoutSeconds: 30,
  routes: [],
};
