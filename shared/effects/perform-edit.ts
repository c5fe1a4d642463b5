import { isDiscordCode } from '../discord/errors.ts';
import type { Effect } from '../outbox/effect.ts';
import type { Perform } from './performer.ts';
import { rememberedMessage } from './remembered-message.ts';
import { storedResults } from './result-texts.ts';

/** Gives the message that a record remembers its new text. Its attachments stay. */
export const performEdit: Perform<Extract<Effect, { kind: 'edit' }>> = async (effect, { db, discord }) => {
  const posted = await rememberedMessage(db, effect.of);
  if (posted === undefined) return { done: storedResults.noMessage };
  try {
    await discord.editMessage(posted.channelId, posted.messageId, effect.message);
  } catch (error) {
    if (isDiscordCode(error, 'unknownMessage', 'unknownChannel'))
      return { failed: storedResults.messageDeleted };
    throw error;
  }
  return { done: storedResults.edited };
};
