import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const admin = { tier: 'admin' } as const;

export const declaration = declare({
  name: 'blacklist',
  kind: 'command',
  routes: [
    {
      on: 'command',
      key: 'blacklist add',
      reply: 'ephemeral',
      options: ['member', 'reason', 'days'],
      ...admin,
    },
    { on: 'command', key: 'blacklist remove', reply: 'ephemeral', options: ['member'], ...admin },
    { on: 'command', key: 'blacklist view', reply: 'ephemeral', readOnly: true, ...admin },
    { on: 'component', key: 'blacklist.page', reply: 'update', readOnly: true, ...admin },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
