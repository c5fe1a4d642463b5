import type * as z from 'zod/mini';
import { NoAnswerError } from '../http/errors.ts';
import { createHttpClient, type HttpAnswer, type HttpOptions } from '../http/http-client.ts';
import { parseJson } from '../json/json.ts';
import { errorOfAnswer } from './error-of-answer.ts';
import { RobloxError } from './errors.ts';

export interface RestOptions extends HttpOptions {
  readonly apiKey: string;
}

export interface RestCall<T> {
  readonly method: 'GET' | 'POST';
  /** Base URL of the service, without a slash at the end. */
  readonly base: string;
  /** With its ids filled in; holds no secret. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What shares a rate limit: limits are per kind of resource and per owner of the key (FACTS, Roblox). */
  readonly bucket: string;
  /** The key goes to Open Cloud only. */
  readonly withKey: boolean;
  readonly answer: z.ZodMiniType<T>;
}

export interface Rest {
  /** Calls and parses the answer. Every call that this bot makes may be repeated. Throws `RobloxError`. */
  call<T>(call: RestCall<T>): Promise<T>;
}

export function createRest(options: RestOptions): Rest {
  const http = createHttpClient(options);

  return {
    async call(call) {
      const route = `${call.method} ${call.path}`;
      const query = call.query === undefined ? '' : `?${new URLSearchParams(call.query).toString()}`;
      let answer: HttpAnswer;
      try {
        answer = await http.send({
          method: call.method,
          url: `${call.base}${call.path}${query}`,
          route,
          bucket: call.bucket,
          headers: {
            accept: 'application/json',
            ...(call.withKey ? { 'x-api-key': options.apiKey } : {}),
            ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
          repeatable: true,
        });
      } catch (error) {
        if (!(error instanceof NoAnswerError)) throw error;
        const { message, retryable, retryAfterMs } = error;
        throw new RobloxError(message, { status: 0, route, retryable, retryAfterMs });
      }
      if (answer.status < 200 || answer.status >= 300) throw errorOfAnswer(route, answer);
      const json = parseJson(answer.bytes);
      const parsed = call.answer.safeParse(json);
      if (parsed.success) return parsed.data;
      const paths = parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'the whole of it');
      throw new RobloxError(`Roblox answered ${route} in an unknown form (${paths.join(', ')}).`, {
        status: answer.status,
        route,
        // No JSON at all comes from something on the way, a proxy or a broken connection, and passes.
        retryable: json === undefined,
      });
    },
  };
}
