import type { InteractionResponseFlags } from 'discord-interactions';
import * as z from 'zod/mini';
import type { HttpAnswer } from '../http/http-client.ts';
import { parseJson } from '../json/json.ts';
import type { InteractionReplies } from './client.ts';
import { DISCORD_CODES } from './errors.ts';
import { messageBody, withFile } from './message-body.ts';
import type { DiscordRest } from './rest.ts';

/** That of discord-interactions, which would load WebCrypto with its own: the compiler compares them. */
const EPHEMERAL = 64 satisfies InteractionResponseFlags.EPHEMERAL;
const Anything = z.unknown();
const Coded = z.object({ code: z.number() });
/**
 * An edit can overtake the acknowledgement that the front door sends at the same moment; Discord then knows no
 * such webhook yet (FACTS). Together about 3 s, the time an acknowledgement has at most. Milliseconds.
 */
const OVERTAKEN_MS = [50, 100, 200, 400, 500, 500, 500, 500] as const;

/** The answers to one interaction, sent with its own token, which Discord takes for 15 minutes. */
export function interactionReplies(
  rest: DiscordRest,
  application: string,
  token: string,
): InteractionReplies {
  const original = '/webhooks/{application}/{token}/messages/@original';
  const params = { application, token };
  return {
    async editOriginal(message, file) {
      const body = withFile(messageBody(message, { replaces: true }), file);
      await rest.call({
        method: 'PATCH',
        path: original,
        params,
        body,
        askAgain: whenOvertaken,
        answer: Anything,
      });
    },
    async deleteOriginal() {
      await rest.call({
        method: 'DELETE',
        path: original,
        params,
        askAgain: whenOvertaken,
        answer: Anything,
      });
    },
    async followUp(message, { ephemeral, file }) {
      const body = {
        ...messageBody(message, { replaces: false }),
        ...(ephemeral ? { flags: EPHEMERAL } : {}),
      };
      await rest.call({
        method: 'POST',
        path: '/webhooks/{application}/{token}',
        params,
        body: withFile(body, file),
        askAgain: whenOvertaken,
        answer: Anything,
      });
    },
  };
}

function whenOvertaken(answer: HttpAnswer, attempt: number): number | undefined {
  const body = Coded.safeParse(parseJson(answer.bytes));
  return body.data?.code === DISCORD_CODES.unknownWebhook ? OVERTAKEN_MS[attempt - 1] : undefined;
}
