import type { ContextOf } from '../../shared/context/command-context.ts';
import { declare, type RouteName } from '../../shared/interactions/declaration.ts';
import { COOLDOWN_SECONDS } from './limits.ts';

const fields = ['members', 'names', 'start', 'end', 'proof'] as const;
const member = { tier: 'member' } as const;

export const declaration = declare({
  name: 'submit-event',
  kind: 'command',
  // Decoding the largest picture that is taken takes about 400 MB.
  memoryMb: 512,
  routes: [
    {
      on: 'command',
      key: 'submit-event',
      reply: 'modal',
      modal: 'submit-event',
      options: ['type'],
      ...member,
    },
    {
      on: 'modal',
      key: 'submit-event',
      reply: 'ephemeral',
      cooldownSeconds: COOLDOWN_SECONDS,
      duringCooldown: 'handle',
      fields,
      ...member,
    },
    { on: 'component', key: 'draft.correct', reply: 'modal', modal: 'draft.correct', ...member },
    { on: 'component', key: 'draft.proof', reply: 'modal', modal: 'draft.proof', ...member },
    { on: 'modal', key: 'draft.correct', reply: 'update', fields, ...member },
    { on: 'modal', key: 'draft.proof', reply: 'update', fields, ...member },
    { on: 'component', key: 'draft.send', reply: 'update', ...member },
    { on: 'component', key: 'draft.discard', reply: 'update', ...member },
  ],
});

export type Context<N extends RouteName<typeof declaration>> = ContextOf<typeof declaration, N>;
/** A submitted form, opened by the command or by the button of a draft. */
export type FormContext = Context<'modal submit-event'>;
