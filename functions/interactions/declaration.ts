import { declare } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'interactions',
  kind: 'front-door',
  memoryMb: 512,
  timeoutSeconds: 30,
  detachedTimeoutSeconds: 30,
});
