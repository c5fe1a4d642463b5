import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const admin = { tier: 'admin' } as const;
const list = { reply: 'update', readOnly: true, ...admin } as const;

export const declaration = declare({
  name: 'group',
  kind: 'command',
  routes: [
    { on: 'command', key: 'group requests', reply: 'ephemeral', readOnly: true, ...admin },
    { on: 'component', key: 'group.page', ...list },
    { on: 'component', key: 'group.choose', fields: ['group.choose'], ...list },
    { on: 'component', key: 'group.accept', reply: 'update', ...admin },
    { on: 'component', key: 'group.decline', reply: 'update', ...admin },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
