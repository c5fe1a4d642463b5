import { describe, expect, it } from 'vitest';
import type { HandlersOf } from '../commands/handler.ts';
import type { ContextOf } from '../context/command-context.ts';
import { declare, type ModalKey } from './declaration.ts';

const declaration = declare({
  name: 'awards',
  kind: 'command',
  routes: [
    { on: 'command', key: 'awards add', reply: 'modal', modal: 'awards.form', tier: 'officer' },
    { on: 'modal', key: 'awards.form', reply: 'ephemeral', tier: 'officer', fields: ['amount'] },
    { on: 'command', key: 'awards list', reply: 'ephemeral', tier: 'member', options: ['member'] },
  ],
});
type Handlers = HandlersOf<typeof declaration>;
const answer = async () => ({ message: { content: 'done' } });

describe('a declaration', () => {
  it('has the defaults of what it leaves out', () => {
    expect(declaration).toMatchObject({ memoryMb: 256, timeoutSeconds: 60, detachedTimeoutSeconds: 120 });
    expect(declaration.routes[2]).toEqual({
      on: 'command',
      key: 'awards list',
      reply: 'ephemeral',
      tier: 'member',
      cooldownSeconds: 0,
      duringCooldown: 'refuse',
      whenBlacklisted: 'refuse',
      options: ['member'],
      fields: [],
      modal: undefined,
      readOnly: false,
      inSteps: false,
    });
    expect(declare({ name: 'job', kind: 'job', memoryMb: 128 })).toMatchObject({ memoryMb: 128, routes: [] });
  });

  // What follows is held by the compiler: each line marked as an error has to be one.
  it('calls for exactly the handlers of its routes', () => {
    const right: Handlers = { 'modal awards.form': answer, 'command awards list': answer };
    // @ts-expect-error a handler is missing
    const missing: Handlers = { 'modal awards.form': answer };
    // @ts-expect-error the front door opens the modal
    const front: Handlers = { ...right, 'command awards add': answer };
    // @ts-expect-error no route has this name
    const misspelt: Handlers = { 'modal awards.form': answer, 'command awards lsit': answer };
    expect([right, missing, front, misspelt]).toHaveLength(4);
  });

  it('lets a handler read only what its route declares', () => {
    type List = ContextOf<typeof declaration, 'command awards list'>['interaction'];
    type Form = ContextOf<typeof declaration, 'modal awards.form'>['interaction'];
    const read = (list: List, form: Form) => [
      list.options.member,
      form.fields.amount,
      // @ts-expect-error no route declares this option
      list.options.membr,
      // @ts-expect-error the form has no such input
      form.fields.reason,
      // @ts-expect-error a form has no options
      form.options.member,
    ];
    expect(read).toHaveLength(2);
  });

  it('names the modals that have to be built', () => {
    const modals = { 'awards.form': 1 } satisfies Record<ModalKey<typeof declaration>, number>;
    // @ts-expect-error the modal is missing
    const none: Record<ModalKey<typeof declaration>, number> = {};
    const two: Record<ModalKey<typeof declaration>, number> = {
      ...modals,
      // @ts-expect-error no route opens it
      'awards.other': 2,
    };
    expect([none, two]).toHaveLength(2);
  });
});
