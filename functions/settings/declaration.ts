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
    { on: 'command', key: 'settings language', options: ['locale'], ...admin },
    {
      on: 'autocomplete',
      key: 'settings language',
      tier: 'admin',
      reply: 'choices',
      options: ['locale'],
    },
    { on: 'command', key: 'settings time-zone', options: ['zone'], ...admin },
    { on: 'autocomplete', key: 'settings time-zone', tier: 'admin', reply: 'choices', options: ['zone'] },
    { on: 'command', key: 'settings nickname', options: ['template'], ...admin },
    { on: 'component', key: 'settings.nickname', reply: 'update', tier: 'admin' },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
