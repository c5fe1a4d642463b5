import { cut } from '../text/cut.ts';

/**
 * What a member reads when something went wrong: the message (what happened, what was not changed, what to do
 * next; 1,900 characters at most), then a short stable code and the interaction's id, by which the log is searched.
 */
export function errorText(message: string, code: string, interactionId: string): string {
  return `${cut(message, 1900)}\n-# ${code} · ${interactionId}`;
}
