import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';

const admin = { tier: 'admin', inSteps: true } as const;

export const declaration = declare({
  name: 'sync',
  kind: 'command',
  memoryMb: 512,
  timeoutSeconds: 300,
  detachedTimeoutSeconds: 840,
  routes: [
    { on: 'command', key: 'sync', reply: 'ephemeral', options: ['member', 'dry-run'], ...admin },
    { on: 'component', key: 'sync.apply', reply: 'update', ...admin },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
