import { isDiscordCode } from '../discord/errors.ts';
import type { Effect } from '../outbox/effect.ts';
import { nonceOf } from '../outbox/nonce.ts';
import type { Perform } from './performer.ts';
import { storedResults } from './result-texts.ts';

/** Sends a direct message. Somebody who takes none from the bot is a failure for good, and nobody's fault. */
export const performDirectMessage: Perform<Extract<Effect, { kind: 'dm' }>> = async (effect, context) => {
  try {
    await context.discord.sendDirectMessage(effect.userId, effect.message, {
      nonce: nonceOf(context.effectId),
    });
  } catch (error) {
    if (isDiscordCode(error, 'cannotMessageUser', 'noMutualGuild', 'unknownUser')) {
      return { failed: storedResults.noDirectMessages };
    }
    throw error;
  }
  return { done: storedResults.sent };
};
