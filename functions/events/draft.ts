import type { Answer } from '../../shared/context/command-context.ts';
import { findDraft } from '../../shared/events/draft.ts';
import { draftMessage } from '../../shared/events/draft-message.ts';
import { draftTexts } from '../../shared/events/texts.ts';
import type { Context } from './declaration.ts';

/** The caller's own draft, with its buttons. */
export async function draft(context: Context<'command events draft'>): Promise<Answer> {
  const { db, actor, settings } = context;
  const now = context.now();
  const found = await findDraft(db, actor.id, now);
  if (found === undefined) return { message: { content: draftTexts.none } };
  const text = draftTexts.waits(found.savedAt, found.expiresAt);
  return { message: draftMessage(found, { text, settings, now }) };
}
