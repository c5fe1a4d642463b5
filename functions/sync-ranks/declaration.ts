import { declare } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'sync-ranks',
  kind: 'job',
  memoryMb: 512,
  timeoutSeconds: 300,
  detachedTimeoutSeconds: 1800,
});
