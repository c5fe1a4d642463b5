import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const member = { tier: 'member' } as const;
const officer = { tier: 'officer' } as const;
const admin = { tier: 'admin' } as const;
const SET_OPTIONS = ['points', 'counts', 'rank-from', 'rank-to', 'category'] as const;

export const declaration = declare({
  name: 'quota',
  kind: 'command',
  memoryMb: 512,
  routes: [
    { on: 'command', key: 'quota show', reply: 'ephemeral', readOnly: true, options: ['week'], ...member },
    { on: 'autocomplete', key: 'quota show', reply: 'choices', options: ['week'], ...member },
    { on: 'component', key: 'quota.page', reply: 'update', readOnly: true, ...officer },
    { on: 'component', key: 'quota.excuse', reply: 'update', ...officer },
    { on: 'command', key: 'quota set', reply: 'ephemeral', options: SET_OPTIONS, ...admin },
    { on: 'autocomplete', key: 'quota set', reply: 'choices', options: SET_OPTIONS, ...admin },
    { on: 'command', key: 'quota remove', reply: 'ephemeral', options: ['quota'], ...admin },
    { on: 'autocomplete', key: 'quota remove', reply: 'choices', options: ['quota'], ...admin },
    {
      on: 'command',
      key: 'quota excuse',
      reply: 'ephemeral',
      options: ['member', 'reason', 'week'],
      ...officer,
    },
    {
      on: 'autocomplete',
      key: 'quota excuse',
      reply: 'choices',
      options: ['member', 'reason', 'week'],
      ...officer,
    },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
