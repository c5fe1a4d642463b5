import { cut } from '../text/cut.ts';

/**
 * What a member reads when something went wrong: the message (what happened, what was not changed, what to do
 * next; 1,900 characters at most), then a short stable code and the interaction's id, by which the log is searched.
 */
export function errorText(message: string, code: string, interactionId: string): string {
  return `${cut(message, 1900)}\n-# ${code} · ${interactionId}`;
}

export const UNKNOWN_COMMAND =
  'This command is newer or older than the bot. Nothing was changed. Please try again in a few minutes; ' +
  'if it stays so, an admin has to register the commands again.';

export const CLAN_STOPPED =
  'The bot does not serve this clan at the moment, since something in its set-up is wrong. Nothing was changed. ' +
  'Please tell an admin: whoever runs the bot finds the reason in its console.';
