import type { Answer } from '../../shared/context/command-context.ts';
import { findDraft } from '../../shared/events/draft.ts';
import { draftMessage } from '../../shared/events/draft-message.ts';
import { draftTexts } from '../../shared/events/texts.ts';
import type { Context } from './declaration.ts';

/** The caller's own draft, with its buttons. */
export async function draft(context: Context<'command events draft'>): Promise<Answer> {
  const { db, actor, interaction, settings } = context;
  const { locale } = interaction;
  const t = draftTexts(locale);
  const now = context.now();
  const found = await findDraft(db, actor.id, now);
  if (found === undefined) return { message: { content: t.none } };
  const text = t.waits(found.savedAt, found.expiresAt);
  return { message: draftMessage(found, { text, locale, settings, now }) };
}
