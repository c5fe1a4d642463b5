import type { Answer, Reply } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { dropDraft, findDraft } from '../../shared/events/draft.ts';
import type { Context } from './declaration.ts';
import { handIn } from './hand-in.ts';
import { texts } from './texts.ts';

/** "Send": the draft as it is, with another look at link, cooldown and proof. */
export async function send(context: Context<'component draft.send'>): Promise<Answer> {
  const { db, actor, interaction } = context;
  const draft = await findDraft(db, actor.id, context.now());
  if (draft === undefined || draft.id !== interaction.recordId) throw gone();
  return handIn(context, draft, { kind: 'sent', draftId: draft.id }, () => {
    throw gone();
  });
}

/** "Discard". */
export async function discard({ actor, interaction }: Context<'component draft.discard'>): Promise<Answer> {
  return {
    async change(tx): Promise<Reply> {
      if (!(await dropDraft(tx, { hostId: actor.id, id: interaction.recordId ?? '' }))) throw gone();
      return { message: { content: texts(interaction.locale).discarded, embeds: [], components: [] } };
    },
  };
}

function gone(): UserError {
  return new UserError('no-draft', (locale) => texts(locale).draftGone);
}
