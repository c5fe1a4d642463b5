import { declare } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'provision-clan',
  kind: 'provision',
  memoryMb: 512,
  timeoutSeconds: 300,
  detachedTimeoutSeconds: 300,
});
