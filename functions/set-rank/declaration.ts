import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const admin = { tier: 'admin' } as const;

export const declaration = declare({
  name: 'set-rank',
  kind: 'command',
  routes: [
    { on: 'command', key: 'set-rank', reply: 'ephemeral', options: ['member', 'rank'], ...admin },
    { on: 'autocomplete', key: 'set-rank', reply: 'choices', ...admin },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
