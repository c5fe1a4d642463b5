import { randomBytes } from 'node:crypto';
import type { StoredCall } from './call-store.ts';

/** A failed detached call, as OCI's queue shows it. */
export interface QueueMessage {
  readonly content: string;
  readonly receipt: string;
  readonly deliveryCount: number;
}

/**
 * Stands for the queue to which OCI sends detached calls that failed. A message that was taken is hidden for a
 * while and comes again unless it is removed. Calls are on the disk until then (`CallStore`).
 */
export interface LocalFailureQueue {
  /** Cannot be guessed: who knows it may read and remove. */
  readonly id: string;
  add(call: StoredCall): Promise<void>;
  take(limit: number, hiddenMs: number): readonly QueueMessage[];
  remove(receipt: string): Promise<void>;
  readonly size: number;
}

export interface FailureQueueOptions {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What an earlier run left. */
  readonly calls: readonly StoredCall[];
  /** Called once a call is done with. */
  readonly end: (call: StoredCall) => Promise<void>;
}

interface Message {
  readonly call: StoredCall;
  readonly addedAt: number;
  visibleAt: number;
  hiddenMs: number;
  deliveryCount: number;
}

/** Above this, calls leave that are older than an interaction's token: nobody could be answered any more. */
const MANY = 1_000;
const OLD_MS = 15 * 60_000;

export function createFailureQueue({ now, calls, end }: FailureQueueOptions): LocalFailureQueue {
  const messages = new Map<string, Message>();
  const put = (call: StoredCall) =>
    void messages.set(randomBytes(12).toString('hex'), {
      call,
      addedAt: now(),
      visibleAt: 0,
      hiddenMs: 0,
      deliveryCount: 0,
    });
  for (const call of calls) put(call);

  async function remove(receipt: string): Promise<void> {
    const message = messages.get(receipt);
    messages.delete(receipt);
    if (message !== undefined) await end(message.call);
  }

  return {
    id: `ocid1.queue.local.${randomBytes(16).toString('hex')}`,
    async add(call) {
      put(call);
      const [oldest] = messages;
      if (messages.size > MANY && oldest !== undefined && now() - oldest[1].addedAt > OLD_MS)
        await remove(oldest[0]);
    },
    take(limit, hiddenMs) {
      const time = now();
      // A clock that was set back hides nothing for longer than was asked for.
      const isVisible = ({ visibleAt, hiddenMs: hidden }: Message) =>
        visibleAt <= time || visibleAt > time + hidden;
      const visible = [...messages].filter(([, message]) => isVisible(message)).slice(0, limit);
      return visible.map(([receipt, message]) => {
        message.visibleAt = time + hiddenMs;
        message.hiddenMs = hiddenMs;
        message.deliveryCount += 1;
        const content = JSON.stringify({
          function: message.call.name,
          request: { body: message.call.body.toString('utf8') },
        });
        return { content, receipt, deliveryCount: message.deliveryCount };
      });
    },
    remove,
    get size() {
      return messages.size;
    },
  };
}
