import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'submit-event',
  kind: 'command',
  routes: [
    {
      on: 'command',
      key: 'submit-event',
      reply: 'modal',
      modal: 'submit-event',
      tier: 'member',
      options: ['type'],
    },
    {
      on: 'modal',
      key: 'submit-event',
      reply: 'ephemeral',
      tier: 'member',
      cooldownSeconds: 60,
      fields: ['members', 'names', 'start', 'end', 'proof'],
    },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
