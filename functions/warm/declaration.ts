import type { Declaration } from '../../shared/interactions/declaration.ts';

export const declaration: Declaration = {
  name: 'warm',
  kind: 'job',
  memoryMb: 128,
  timeoutSeconds: 60,
  detachedTimeoutSeconds: 60,
  routes: [],
};
