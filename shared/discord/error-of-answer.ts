import * as z from 'zod/mini';
import type { ServiceDescription } from '../http/call-service.ts';
import type { HttpAnswer } from '../http/http-client.ts';
import { isTransient } from '../http/service-error.ts';
import { parseJson } from '../json/json.ts';
import type { Secrets } from '../log/secrets.ts';
import { cut } from '../text/cut.ts';
import { DISCORD_CODES, DiscordError } from './errors.ts';

const ErrorBody = z.object({
  code: z.optional(z.number()),
  message: z.optional(z.string()),
  errors: z.optional(z.unknown()),
});

/** 40003 names no time; a minute lets the limit on opened direct messages drain. */
const DIRECT_MESSAGES_WAIT_MS = 60_000;
/** The acknowledgement may still be on its way, long after the attempts within the call. */
const ACKNOWLEDGEMENT_WAIT_MS = 2_000;
/** These come with a status that says "never", yet pass by themselves. */
const PASSING_CODES: ReadonlyMap<number, number> = new Map([
  [DISCORD_CODES.openingDirectMessagesTooFast, DIRECT_MESSAGES_WAIT_MS],
  [DISCORD_CODES.unknownWebhook, ACKNOWLEDGEMENT_WAIT_MS],
]);

/** What an answer that is no success means. Only Discord's own words and the paths of wrong fields are kept. */
function errorOfAnswer(route: string, answer: HttpAnswer, secrets: Secrets): DiscordError {
  const body = ErrorBody.safeParse(parseJson(answer.bytes));
  const code = body.data?.code ?? 0;
  const fields = wrongFields(body.data?.errors);
  const said = [code === 0 ? '' : `${code}`, cut(secrets.remove(body.data?.message ?? ''), 100)].filter(
    (part) => part !== '',
  );
  const words = [
    said.length === 0 ? '' : ` (${said.join(' ')})`,
    fields.length === 0 ? '' : `, at ${fields.join(', ')}`,
  ];
  const waitMs = PASSING_CODES.get(code);
  const { status } = answer;
  return new DiscordError(`Discord answered ${status}${words.join('')} to ${route}.`, {
    status,
    code,
    route,
    retryable: isTransient(status) || waitMs !== undefined,
    retryAfterMs: answer.waitMs ?? waitMs,
  });
}

/** The paths of a 50035's fields with their codes (`embeds.0.title BASE_TYPE_MAX_LENGTH`), three at most. */
function wrongFields(errors: unknown, path = '', found: string[] = []): readonly string[] {
  if (typeof errors !== 'object' || errors === null || found.length >= 3) return found;
  for (const [name, value] of Object.entries(errors)) {
    if (name === '_errors' && Array.isArray(value)) {
      const [first] = z.array(z.object({ code: z.string() })).safeParse(value).data ?? [];
      if (found.length < 3) found.push(cut(`${path} ${first?.code ?? ''}`.trim(), 100));
    } else {
      wrongFields(value, path === '' ? name : `${path}.${name}`, found);
    }
  }
  return found;
}

export const DISCORD: ServiceDescription = { name: 'Discord', Error: DiscordError, errorOfAnswer };
