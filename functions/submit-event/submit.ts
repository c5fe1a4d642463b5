import type { Answer } from '../../shared/context/command-context.ts';
import type { Interaction } from '../../shared/interactions/interaction.ts';
import type { Context } from './declaration.ts';
import { handIn } from './hand-in.ts';
import { readForm } from './read-form.ts';

/** The form of `/submit-event`: submitted, or kept as a draft with what is wrong. */
export function submit(context: Context<'modal submit-event'>): Promise<Answer> {
  const form = { ...readForm(context), type: typeIn(context.interaction) };
  return handIn(context, form, { kind: 'new' }, () => {
    throw new TypeError('A new form belongs to no draft.');
  });
}

/** The type travels in the modal's custom id, where a colon in it parts it in two. */
function typeIn({ recordId, argument }: Interaction): string {
  return [recordId ?? '', ...(argument === undefined ? [] : [argument])].join(':');
}
