import { DISCORD_LIMITS } from '../discord/limits.ts';

/** The nonce of a row's message: its id, of which the end differs most. 25 characters at most. */
export function nonceOf(effectId: string): string {
  return effectId.slice(-DISCORD_LIMITS.nonce);
}
