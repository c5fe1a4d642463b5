import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const admin = { reply: 'ephemeral', tier: 'admin' } as const;

export const declaration = declare({
  name: 'promote',
  kind: 'command',
  routes: [
    { on: 'command', key: 'promote', options: ['member'], ...admin },
    { on: 'component', key: 'card.approve', ...admin },
    { on: 'component', key: 'card.deny', ...admin },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
