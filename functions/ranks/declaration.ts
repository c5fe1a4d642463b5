import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const member = { tier: 'member' } as const;
const admin = { tier: 'admin' } as const;

export const declaration = declare({
  name: 'ranks',
  kind: 'command',
  routes: [
    { on: 'command', key: 'ranks list', reply: 'ephemeral', readOnly: true, ...member },
    { on: 'component', key: 'ranks.list', reply: 'update', readOnly: true, ...member },
    { on: 'command', key: 'ranks roblox', reply: 'ephemeral', readOnly: true, ...admin },
    { on: 'component', key: 'ranks.roblox', reply: 'update', readOnly: true, ...admin },
    { on: 'command', key: 'ranks compare', reply: 'ephemeral', readOnly: true, ...admin },
    { on: 'component', key: 'ranks.compare', reply: 'update', readOnly: true, ...admin },
    { on: 'command', key: 'ranks set-role', reply: 'ephemeral', options: ['rank', 'role'], ...admin },
    { on: 'autocomplete', key: 'ranks set-role', reply: 'choices', ...admin },
    { on: 'command', key: 'ranks setup', reply: 'ephemeral', options: ['file'], ...admin },
    { on: 'component', key: 'ranks.apply', reply: 'update', ...admin },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
