import { DatabaseError } from '../database/errors.ts';
import { DiscordError } from '../discord/errors.ts';
import { RobloxError } from '../roblox/errors.ts';
import type { EffectResult } from './performer.ts';
import { storedResults } from './result-texts.ts';

/**
 * What an error that a performer threw means for its row. A service's "no" for good is final and carries its
 * reason; everything else, errors of this program among them, is tried again until the attempts are used up.
 */
export function resultOfError(error: unknown): EffectResult {
  if (error instanceof DiscordError || error instanceof RobloxError) {
    if (!error.retryable) return { failed: error.message };
    const { message, retryAfterMs } = error;
    return retryAfterMs === undefined ? { again: message } : { again: message, afterMs: retryAfterMs };
  }
  if (error instanceof DatabaseError) return { again: storedResults.databaseFailed(error.code) };
  return { again: storedResults.unexpected };
}
