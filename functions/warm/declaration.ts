import { declare } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'warm',
  kind: 'job',
  memoryMb: 128,
  detachedTimeoutSeconds: 60,
});
