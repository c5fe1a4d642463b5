import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const everybody = { tier: 'member', whenBlacklisted: 'allow' } as const;

export const declaration = declare({
  name: 'link-roblox',
  kind: 'command',
  routes: [
    {
      on: 'command',
      key: 'link-roblox',
      reply: 'ephemeral',
      cooldownSeconds: 30,
      options: ['username'],
      ...everybody,
    },
    { on: 'component', key: 'link.check', reply: 'update', ...everybody },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
