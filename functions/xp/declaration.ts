import { declare } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'xp',
  kind: 'command',
  // It draws.
  memoryMb: 256,
  routes: [
    {
      on: 'command',
      key: 'xp',
      reply: 'ephemeral',
      tier: 'member',
      cooldownSeconds: 10,
      whenBlacklisted: 'allow',
    },
  ],
});
