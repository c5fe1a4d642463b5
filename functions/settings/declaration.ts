import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const admin = { reply: 'ephemeral', tier: 'admin' } as const;

export const declaration = declare({
  name: 'settings',
  kind: 'command',
  routes: [
    { on: 'command', key: 'settings show', readOnly: true, ...admin },
    { on: 'command', key: 'settings channel', options: ['which', 'channel'], ...admin },
    { on: 'command', key: 'settings role', options: ['tier', 'role', 'remove'], ...admin },
    { on: 'command', key: 'settings log-level', options: ['level'], ...admin },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
