import * as z from 'zod/mini';
import type { OciClient } from './oci-client.ts';

/** A detached invocation that OCI gave up. */
export interface FailedInvocation {
  /** Hands the message back to `done`. */
  readonly receipt: string;
  /** The body it was called with (an envelope, or a job's), where the message still holds it. */
  readonly body: string | undefined;
  /** How often the message was taken from the queue, this time included. */
  readonly deliveries: number;
}

export interface FailedInvocations {
  /** Up to `limit` messages (20 at most); each stays hidden from others for 2 min. Throws `OciError`. */
  take(limit: number): Promise<readonly FailedInvocation[]>;
  /** Removes the message. Throws `OciError`. */
  done(receipt: string): Promise<void>;
}

export interface FailureQueue {
  readonly queueId: string;
  /** The queue's own messages endpoint, no slash at the end. */
  readonly messagesUrl: string;
}

const HIDDEN_SECONDS = 120;
const Messages = z.object({
  messages: z.array(z.object({ content: z.string(), receipt: z.string(), deliveryCount: z.int() })),
});

/** The queue to which OCI sends what is left of failed detached invocations (`failure_destination`). */
export function createFailedInvocations(call: OciClient, queue: FailureQueue): FailedInvocations {
  const base = `${queue.messagesUrl}/20210201/queues/${queue.queueId}/messages`;
  return {
    async take(limit) {
      const query = new URLSearchParams({
        visibilityInSeconds: String(HIDDEN_SECONDS),
        timeoutInSeconds: '0',
        limit: String(Math.min(limit, 20)),
      });
      const { body } = await call({
        what: 'read the queue of failed invocations',
        method: 'GET',
        url: `${base}?${query}`,
        timeoutMs: 5000,
        retries: 1,
      });
      const messages = Messages.safeParse(body).data?.messages ?? [];
      return messages.map(({ content, receipt, deliveryCount }) => ({
        receipt,
        body: findRequestBody(content),
        deliveries: deliveryCount,
      }));
    },
    async done(receipt) {
      await call({
        what: 'remove a message from the queue of failed invocations',
        method: 'DELETE',
        url: `${base}/${encodeURIComponent(receipt)}`,
        timeoutMs: 5000,
        retries: 1,
      });
    },
  };
}

const Envelope = z.object({ timestamp: z.string(), signature: z.string(), body: z.string() });
const JobBody = z.object({ job: z.string() });
const MAX_DEPTH = 6;

/**
 * The body of the invocation somewhere in OCI's record of it. The record's form could not be read up [unverified],
 * so every object, and every text that is JSON or base64 of JSON, is looked at, six levels deep.
 */
export function findRequestBody(content: string): string | undefined {
  return search(content, 0);
}

function search(value: unknown, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (typeof value === 'string') return search(jsonIn(value), depth + 1);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Envelope.safeParse(value).success || JobBody.safeParse(value).success) return JSON.stringify(value);
  for (const part of Object.values(value)) {
    const found = search(part, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `undefined` for a text that is neither JSON nor base64 of JSON. */
function jsonIn(text: string): unknown {
  for (const candidate of [
    text,
    /^[\w+/=-]{16,}$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : '',
  ]) {
    if (!/^\s*[{["]/.test(candidate)) continue;
    try {
      return JSON.parse(candidate);
    } catch {
      // Not JSON: the next candidate, or nothing.
    }
  }
  return undefined;
}
