import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const officer = { tier: 'officer' } as const;

export const declaration = declare({
  name: 'events',
  kind: 'command',
  detachedTimeoutSeconds: 300,
  routes: [
    { on: 'command', key: 'events pending', reply: 'ephemeral', readOnly: true, ...officer },
    { on: 'command', key: 'events show', reply: 'ephemeral', readOnly: true, options: ['id'], ...officer },
    { on: 'command', key: 'events draft', reply: 'ephemeral', tier: 'member' },
    { on: 'autocomplete', key: 'events show', reply: 'choices', ...officer },
    { on: 'component', key: 'review.approve', reply: 'modal', modal: 'review.approve', ...officer },
    { on: 'component', key: 'review.decline', reply: 'modal', modal: 'review.decline', ...officer },
    { on: 'modal', key: 'review.approve', reply: 'ephemeral', fields: ['points', 'note'], ...officer },
    { on: 'modal', key: 'review.decline', reply: 'ephemeral', fields: ['reason'], ...officer },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
