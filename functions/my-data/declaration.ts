import { declare } from '../../shared/interactions/declaration.ts';

const everybody = { tier: 'member', whenBlacklisted: 'allow' } as const;

export const declaration = declare({
  name: 'my-data',
  kind: 'command',
  routes: [
    { on: 'command', key: 'my-data export', reply: 'ephemeral', cooldownSeconds: 60, ...everybody },
    { on: 'command', key: 'my-data delete', reply: 'ephemeral', ...everybody },
    { on: 'component', key: 'my-data.delete', reply: 'update', ...everybody },
  ],
});
