import type * as z from 'zod/mini';
import { callService, queryOf } from '../http/call-service.ts';
import { createHttpClient, type HttpAnswer, type HttpOptions } from '../http/http-client.ts';
import { Multipart } from '../http/multipart.ts';
import { Secrets } from '../log/secrets.ts';
import { auditLogReason } from './audit-log-reason.ts';
import { DISCORD } from './error-of-answer.ts';
import { USER_AGENT } from './user-agent.ts';

export interface DiscordRestOptions extends HttpOptions {
  /** `https://discord.com/api/v10`, without a slash at the end. */
  readonly apiUrl: string;
  readonly botToken: string;
}

/** One call of the REST API. */
export interface DiscordRestCall<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/guilds/{guild}/members/{user}`; `params` fills it. A parameter named `token` is shown nowhere. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON, but for a `Multipart`. */
  readonly body?: unknown;
  /** For the guild's audit log. */
  readonly reason?: string;
  /** Whether it may be sent twice; default: true for everything but POST. */
  readonly repeatable?: boolean;
  readonly askAgain?: (answer: HttpAnswer, attempt: number) => number | undefined;
  readonly answer: z.ZodMiniType<T>;
}

export interface DiscordRest {
  /** Calls and parses the answer. Throws `DiscordError`. */
  call<T>(call: DiscordRestCall<T>): Promise<T>;
}

/** These decide which rate limit a call counts towards (Discord's major parameters). */
const MAJOR = new Set(['guild', 'channel', 'application', 'token']);

export function createDiscordRest(options: DiscordRestOptions): DiscordRest {
  const http = createHttpClient(options);

  return {
    async call(call) {
      const route = `${call.method} ${fill(call.path, call.params, (name) => name !== 'token')}`;
      const url = `${options.apiUrl}${fill(call.path, call.params, () => true)}${queryOf(call.query)}`;
      const withToken = 'token' in call.params;
      const body = bodyOf(call.body);
      const request = {
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
      };
      const secrets = new Secrets(options.botToken, call.params['token'] ?? '');
      return callService(http, DISCORD, request, call.answer, secrets);
    },
  };
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
