import type { Declaration } from '../../shared/interactions/declaration.ts';

export const declaration: Declaration = {
  name: 'deliver-outbox',
  kind: 'job',
  memoryMb: 256,
  timeoutSeconds: 120,
  detachedTimeoutSeconds: 120,
  routes: [],
};
