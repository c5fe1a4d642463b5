import type * as z from 'zod/mini';
import { callService, queryOf } from '../http/call-service.ts';
import { createHttpClient, type HttpOptions } from '../http/http-client.ts';
import { Secrets } from '../log/secrets.ts';
import { ROBLOX } from './error-of-answer.ts';

export interface RobloxRestOptions extends HttpOptions {
  readonly apiKey: string;
}

export interface RobloxRestCall<T> {
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
  /** Whether the call may be sent again after its answer was lost. Default true. */
  readonly repeatable?: boolean;
  readonly answer: z.ZodMiniType<T>;
}

export interface RobloxRest {
  /** Calls and parses the answer. Throws `RobloxError`. */
  call<T>(call: RobloxRestCall<T>): Promise<T>;
}

export function createRobloxRest(options: RobloxRestOptions): RobloxRest {
  const http = createHttpClient(options);
  const secrets = new Secrets(options.apiKey);

  return {
    async call(call) {
      const route = `${call.method} ${call.path}`;
      const request = {
        method: call.method,
        url: `${call.base}${call.path}${queryOf(call.query)}`,
        route,
        bucket: call.bucket,
        headers: {
          accept: 'application/json',
          ...(call.withKey ? { 'x-api-key': options.apiKey } : {}),
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        repeatable: call.repeatable ?? true,
      };
      return callService(http, ROBLOX, request, call.answer, secrets);
    },
  };
}
