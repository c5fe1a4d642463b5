import { retry } from '../retry/retry.ts';
import type { InteractionReplies } from './client.ts';
import { DiscordError } from './errors.ts';
import type { Message } from './message.ts';

/** How the front door acknowledged the interaction; fixed for its life. */
export type Acknowledged = 'public' | 'ephemeral' | 'update';

export interface RetryTime {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Nothing is tried again at or after this. */
  readonly deadline: number;
}

const WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 5_000;

/**
 * Brings an error or a denial only to the member who caused it, whatever was shown before: after an
 * ephemeral acknowledgement by editing it; after a public one by deleting it and following up ephemerally; after
 * an update by an ephemeral follow-up, never touching the message that carries the button. Passing failures of
 * Discord are tried again until the deadline. Throws `DiscordError` when it could not be brought.
 */
export async function replyWithError(
  replies: InteractionReplies,
  acknowledged: Acknowledged,
  text: string,
  time: RetryTime,
): Promise<void> {
  const message: Message = { content: text };
  if (acknowledged === 'ephemeral') {
    await retried(time, () => replies.editOriginal(message));
    return;
  }
  if (acknowledged === 'public') await retried(time, () => deleteOriginal(replies));
  await retried(time, () => replies.followUp(message, { ephemeral: true }));
}

/** One that is gone already, or cannot be deleted, must not keep the follow-up from being sent. */
async function deleteOriginal(replies: InteractionReplies): Promise<void> {
  try {
    await replies.deleteOriginal();
  } catch (error) {
    if (!(error instanceof DiscordError) || error.retryable) throw error;
  }
}

/** Makes a call again while it fails for a reason that passes, until the deadline. Throws its last error. */
export function retried<T>({ now, sleep, deadline }: RetryTime, call: () => Promise<T>): Promise<T> {
  return retry(call, {
    sleep,
    pauseAfter(error) {
      if (!(error instanceof DiscordError) || !error.retryable) return undefined;
      const wait = Math.min(error.retryAfterMs ?? WAIT_MS, LONGEST_WAIT_MS);
      return now() + wait < deadline ? wait : undefined;
    },
  });
}
