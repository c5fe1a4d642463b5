import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'activity',
  kind: 'command',
  // It draws.
  memoryMb: 256,
  routes: [
    {
      on: 'command',
      key: 'activity',
      reply: 'ephemeral',
      tier: 'member',
      cooldownSeconds: 30,
      options: ['member', 'weeks'],
    },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
