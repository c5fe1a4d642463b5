import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const officer = { tier: 'officer' } as const;
const moderator = { tier: 'moderator' } as const;

export const declaration = declare({
  name: 'points',
  kind: 'command',
  // Up to 25 direct messages.
  detachedTimeoutSeconds: 300,
  routes: [
    {
      on: 'command',
      key: 'points add',
      reply: 'ephemeral',
      options: ['member', 'amount', 'reason'],
      ...officer,
    },
    {
      on: 'command',
      key: 'points remove',
      reply: 'ephemeral',
      options: ['member', 'amount', 'reason'],
      ...officer,
    },
    { on: 'command', key: 'points award', reply: 'modal', modal: 'points.award', ...officer },
    {
      on: 'modal',
      key: 'points.award',
      reply: 'ephemeral',
      fields: ['members', 'amount', 'reason'],
      ...officer,
    },
    {
      on: 'command',
      key: 'points history',
      reply: 'ephemeral',
      readOnly: true,
      options: ['member'],
      ...officer,
    },
    { on: 'component', key: 'points.page', reply: 'update', readOnly: true, ...officer },
    { on: 'user-menu', key: 'Add points', reply: 'modal', modal: 'points.add', ...officer },
    { on: 'modal', key: 'points.add', reply: 'ephemeral', fields: ['amount', 'reason'], ...officer },
    {
      on: 'command',
      key: 'points revert',
      reply: 'ephemeral',
      tier: 'admin',
      options: ['officer', 'since', 'member', 'events'],
    },
    { on: 'component', key: 'points.revert', reply: 'update', tier: 'admin' },
    { on: 'component', key: 'guard.lift', reply: 'update', tier: 'admin' },
    { on: 'command', key: 'points undo', reply: 'ephemeral', options: ['entry', 'member'], ...moderator },
    { on: 'autocomplete', key: 'points undo', reply: 'choices', options: ['entry', 'member'], ...moderator },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
