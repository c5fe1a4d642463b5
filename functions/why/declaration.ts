import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

export const declaration = declare({
  name: 'why',
  kind: 'command',
  routes: [
    { on: 'command', key: 'why', reply: 'ephemeral', tier: 'member', readOnly: true, options: ['member'] },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
