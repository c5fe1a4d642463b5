import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const officer = { reply: 'ephemeral', tier: 'officer' } as const;

export const declaration = declare({
  name: 'member',
  kind: 'command',
  routes: [
    { on: 'command', key: 'member check', options: ['member'], ...officer },
    { on: 'user-menu', key: 'Check member', ...officer },
    {
      on: 'command',
      key: 'member verify',
      reply: 'ephemeral',
      tier: 'admin',
      readOnly: true,
      options: ['member'],
    },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
