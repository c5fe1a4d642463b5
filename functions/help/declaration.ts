import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const everybody = { tier: 'member', whenBlacklisted: 'allow' } as const;

export const declaration = declare({
  name: 'help',
  kind: 'command',
  routes: [
    {
      on: 'command',
      key: 'help',
      reply: 'ephemeral',
      readOnly: true,
      options: ['command'],
      ...everybody,
    },
    { on: 'autocomplete', key: 'help', reply: 'choices', options: ['command'], ...everybody },
    { on: 'component', key: 'help.page', reply: 'update', readOnly: true, ...everybody },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
