import type * as z from 'zod/mini';
import { NoAnswerError } from '../http/errors.ts';
import { createHttpClient, type HttpAnswer, type HttpOptions } from '../http/http-client.ts';
import { Multipart } from '../http/multipart.ts';
import { parseJson } from '../json/json.ts';
import { auditLogReason } from './audit-log-reason.ts';
import { errorOfAnswer } from './error-of-answer.ts';
import { DiscordError } from './errors.ts';
import { USER_AGENT } from './user-agent.ts';

export interface RestOptions extends HttpOptions {
  /** `https://discord.com/api/v10`, without a slash at the end. */
  readonly apiUrl: string;
  readonly botToken: string;
}

/** One call of the REST API. */
export interface RestCall<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/guilds/{guild}/members/{user}`; `params` fills it. A parameter named `token` is shown nowhere. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON, but for a `Multipart`. */
  readonly body?: unknown;
  /** For the guild's audit log. */
  readonly reason?: string;
  /** Whether it may be sent twice; true for everything but POST unless told. */
  readonly repeatable?: boolean;
  readonly askAgain?: (answer: HttpAnswer, attempt: number) => number | undefined;
  readonly answer: z.ZodMiniType<T>;
}

export interface Rest {
  /** Calls and parses the answer. Throws `DiscordError`. */
  call<T>(call: RestCall<T>): Promise<T>;
}

/** These decide which rate limit a call counts towards (Discord's major parameters). */
const MAJOR = new Set(['guild', 'channel', 'application', 'token']);

export function createRest(options: RestOptions): Rest {
  const http = createHttpClient(options);

  return {
    async call(call) {
      const route = `${call.method} ${fill(call.path, call.params, (name) => name !== 'token')}`;
      const url = `${options.apiUrl}${fill(call.path, call.params, () => true)}${queryOf(call.query)}`;
      const withToken = 'token' in call.params;
      const body = bodyOf(call.body);
      let answer: HttpAnswer;
      try {
        answer = await http.send({
          method: call.method,
          url,
          route,
          bucket: `${call.method} ${fill(call.path, call.params, (name) => MAJOR.has(name))}`,
          // Interaction routes stand outside the bot's global limit, and need no bot token (FACTS, Discord).
          ...(withToken ? {} : { globalBucket: 'bot' }),
          headers: {
            'user-agent': USER_AGENT,
            ...(withToken ? {} : { authorization: `Bot ${options.botToken}` }),
            ...(call.reason === undefined ? {} : { 'x-audit-log-reason': auditLogReason(call.reason) }),
            ...(body === undefined ? {} : { 'content-type': body.contentType }),
          },
          ...(body === undefined ? {} : { body: body.bytes }),
          repeatable: call.repeatable ?? call.method !== 'POST',
          ...(call.askAgain === undefined ? {} : { askAgain: call.askAgain }),
        });
      } catch (error) {
        throw error instanceof NoAnswerError ? noAnswer(error) : error;
      }
      if (answer.status < 200 || answer.status >= 300) throw errorOfAnswer(route, answer);
      const json = parseJson(answer.bytes);
      const parsed = call.answer.safeParse(json);
      if (parsed.success) return parsed.data;
      const paths = parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'the whole of it');
      throw new DiscordError(`Discord answered ${route} in an unknown form (${paths.join(', ')}).`, {
        status: answer.status,
        route,
        // No JSON at all comes from something on the way, a proxy or a broken connection, and passes.
        retryable: json === undefined,
      });
    },
  };
}

/** The same failure as a `DiscordError`, which is all that callers know. */
export function noAnswer(error: NoAnswerError): DiscordError {
  const { message, route, retryable, retryAfterMs } = error;
  return new DiscordError(message, { status: 0, route, retryable, retryAfterMs });
}

function fill(
  path: string,
  params: Readonly<Record<string, string>>,
  filled: (name: string) => boolean,
): string {
  return path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new TypeError(`The path ${path} needs the parameter ${name}.`);
    return filled(name) ? encodeURIComponent(value) : whole;
  });
}

function bodyOf(
  body: unknown,
): { readonly contentType: string; readonly bytes: string | Uint8Array } | undefined {
  if (body === undefined || body instanceof Multipart) return body;
  return { contentType: 'application/json', bytes: JSON.stringify(body) };
}

function queryOf(query: Readonly<Record<string, string>> | undefined): string {
  return query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
}
