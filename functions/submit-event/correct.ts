import type { Answer, Reply } from '../../shared/context/command-context.ts';
import { findDraft } from '../../shared/events/draft.ts';
import { typedMessage } from '../../shared/events/draft-message.ts';
import type { FormContext } from './declaration.ts';
import { handIn } from './hand-in.ts';
import { corrected, readForm } from './read-form.ts';
import { texts } from './texts.ts';

/**
 * The form of a draft's "Correct": what was left empty stays as the draft has it. Of a draft that is gone, what was
 * typed is shown, since nothing can be kept of it.
 */
export async function correct(context: FormContext): Promise<Answer> {
  const { db, actor, settings, interaction } = context;
  const now = context.now();
  const typed = readForm(context);
  const gone = (): Reply => {
    const { locale } = interaction;
    const t = texts(locale);
    const form = { ...typed, type: t.formOfDraft };
    return { message: typedMessage(form, { text: t.draftGone, locale, settings, now }) };
  };
  const draft = await findDraft(db, actor.id, now);
  if (draft === undefined || draft.id !== interaction.recordId) return gone();
  return handIn(context, corrected(draft, typed), { kind: 'corrected', draftId: draft.id }, gone);
}
