import { randomBytes } from 'node:crypto';

/** A failed detached call, as OCI's queue shows it. */
export interface QueueMessage {
  readonly content: string;
  readonly receipt: string;
  readonly deliveryCount: number;
}

/**
 * Stands for the queue to which OCI sends detached calls that failed. A message that was taken is hidden for a
 * while and comes again unless it is removed; in memory, the newest 1,000.
 */
export interface FailureQueue {
  /** Cannot be guessed: who knows it may read and remove. */
  readonly id: string;
  /** `body` is what the function was called with. */
  add(name: string, body: string): void;
  take(limit: number, hiddenMs: number): readonly QueueMessage[];
  remove(receipt: string): void;
  readonly size: number;
}

const KEPT = 1_000;

/** `now` in Unix milliseconds. */
export function createFailureQueue(now: () => number): FailureQueue {
  const messages = new Map<string, { content: string; visibleAt: number; deliveryCount: number }>();
  return {
    id: `ocid1.queue.local.${randomBytes(16).toString('hex')}`,
    add(name, body) {
      const [oldest] = messages.keys();
      if (messages.size >= KEPT && oldest !== undefined) messages.delete(oldest);
      const content = JSON.stringify({ function: name, request: { body } });
      messages.set(randomBytes(12).toString('hex'), { content, visibleAt: 0, deliveryCount: 0 });
    },
    take(limit, hiddenMs) {
      const visible = [...messages].filter(([, message]) => message.visibleAt <= now()).slice(0, limit);
      return visible.map(([receipt, message]) => {
        message.visibleAt = now() + hiddenMs;
        message.deliveryCount += 1;
        return { content: message.content, receipt, deliveryCount: message.deliveryCount };
      });
    },
    remove: (receipt) => void messages.delete(receipt),
    get size() {
      return messages.size;
    },
  };
}
