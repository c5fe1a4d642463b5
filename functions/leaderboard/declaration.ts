import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const everybody = { tier: 'member', whenBlacklisted: 'allow' } as const;

export const declaration = declare({
  name: 'leaderboard',
  kind: 'command',
  routes: [
    {
      on: 'command',
      key: 'leaderboard',
      reply: 'public',
      cooldownSeconds: 30,
      options: ['period', 'page'],
      ...everybody,
    },
    { on: 'component', key: 'leaderboard.page', reply: 'update', readOnly: true, ...everybody },
    { on: 'component', key: 'leaderboard.period', reply: 'update', readOnly: true, ...everybody },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
