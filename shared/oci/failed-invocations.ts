import * as z from 'zod/mini';
import { findRequestBody, readUnrecognized, type UnrecognizedRecord } from './failed-record.ts';
import type { OciClient } from './oci-client.ts';
import { OciError } from './oci-error.ts';

/** A detached invocation that OCI gave up. */
export interface FailedInvocation {
  /** Hands the message back to `done`. */
  readonly receipt: string;
  /** The body it was called with (an envelope, or a job's), where the message still holds it. */
  readonly body: string | undefined;
  /** What can be said of a message in which no body was found. */
  readonly unread?: UnrecognizedRecord;
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
      const answer = Messages.safeParse(body);
      if (!answer.success)
        throw new OciError('The queue of failed invocations answered with no list of messages.');
      return answer.data.messages.map(({ content, receipt, deliveryCount }) => {
        const found = findRequestBody(content);
        const unread = found === undefined ? { unread: readUnrecognized(content) } : {};
        return { receipt, body: found, ...unread, deliveries: deliveryCount };
      });
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
