import { declare } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'show-my-id',
  kind: 'command',
  routes: [
    {
      on: 'command',
      key: 'show-my-id',
      reply: 'ephemeral',
      tier: 'member',
      whenBlacklisted: 'allow',
      readOnly: true,
    },
  ],
});
