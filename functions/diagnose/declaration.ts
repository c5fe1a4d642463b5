import { declare } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'diagnose',
  kind: 'command',
  routes: [{ on: 'command', key: 'diagnose', reply: 'ephemeral', tier: 'admin', readOnly: true }],
});
