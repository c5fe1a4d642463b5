import * as z from 'zod/mini';
import type { DiscordClient } from './client.ts';
import { messageBody, withFile } from './message-body.ts';
import type { DiscordRest } from './rest.ts';
import { DiscordId } from './snowflake.ts';

const Posted = z.object({
  id: DiscordId,
  attachments: z._default(z.array(z.object({ id: DiscordId })), []),
});
const Opened = z.object({ id: DiscordId });

export function messageCalls(
  rest: DiscordRest,
): Pick<DiscordClient, 'postMessage' | 'editMessage' | 'sendDirectMessage'> {
  const postMessage: DiscordClient['postMessage'] = async (channel, message, { nonce, file }) => {
    const body = { ...messageBody(message, { replaces: false }), nonce, enforce_nonce: true };
    const posted = await rest.call({
      method: 'POST',
      path: '/channels/{channel}/messages',
      params: { channel },
      body: withFile(body, file),
      // Discord returns the first message for a nonce that it saw within the last minutes.
      repeatable: true,
      answer: Posted,
    });
    return { id: posted.id, attachmentIds: posted.attachments.map((attachment) => attachment.id) };
  };

  return {
    postMessage,
    async editMessage(channel, message, text) {
      await rest.call({
        method: 'PATCH',
        path: '/channels/{channel}/messages/{message}',
        params: { channel, message },
        body: messageBody(text, { replaces: true }),
        answer: z.unknown(),
      });
    },
    async sendDirectMessage(userId, message, { nonce }) {
      const opened = await rest.call({
        method: 'POST',
        path: '/users/@me/channels',
        params: {},
        body: { recipient_id: userId },
        // Opening a channel that is open returns it.
        repeatable: true,
        answer: Opened,
      });
      await postMessage(opened.id, message, { nonce });
    },
  };
}
