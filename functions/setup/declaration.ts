import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const admin = { tier: 'admin' } as const;
const button = { on: 'component', reply: 'update', ...admin } as const;

export const declaration = declare({
  name: 'setup',
  kind: 'command',
  routes: [
    { on: 'command', key: 'setup', reply: 'ephemeral', readOnly: true, ...admin },
    { ...button, key: 'setup.step', readOnly: true },
    {
      ...button,
      key: 'setup.channel',
      fields: [
        'setup.channel:admin',
        'setup.channel:event_log',
        'setup.channel:point_log',
        'setup.channel:log',
      ],
    },
    {
      ...button,
      key: 'setup.role',
      fields: ['setup.role:officer', 'setup.role:moderator', 'setup.role:admin', 'setup.role:verified'],
    },
    { ...button, key: 'setup.make', inSteps: true },
    { on: 'component', key: 'setup.form', reply: 'modal', modal: 'setup.form', ...admin },
    {
      on: 'modal',
      key: 'setup.form',
      reply: 'update',
      fields: ['verification', 'zone', 'language', 'nickname'],
      ...admin,
    },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
