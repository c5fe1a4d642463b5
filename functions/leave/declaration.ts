import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const member = { reply: 'ephemeral', tier: 'member' } as const;
const officer = { reply: 'ephemeral', tier: 'officer' } as const;

export const declaration = declare({
  name: 'leave',
  kind: 'command',
  routes: [
    { on: 'command', key: 'leave request', options: ['from', 'to', 'reason'], ...member },
    { on: 'command', key: 'leave end', ...member },
    { on: 'command', key: 'leave show', readOnly: true, ...member },
    { on: 'component', key: 'leave.approve', ...officer },
    { on: 'component', key: 'leave.deny', ...officer },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
