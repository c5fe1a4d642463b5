import { declare } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'deliver-outbox',
  kind: 'job',
  // It draws the pictures of replies that were lost.
  memoryMb: 256,
  timeoutSeconds: 120,
});
