import { declare } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'deliver-outbox',
  kind: 'job',
  timeoutSeconds: 120,
});
