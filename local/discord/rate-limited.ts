import type { EmulatorAnswer } from '../emulator/http-server.ts';
import type { EmulatedRateLimits } from '../emulator/rate-limit.ts';
import { ApiError } from './api-error.ts';
import { bucketOf, GLOBAL, type LimitMode, limitHeaders, limitOf } from './limits.ts';

/** 429, with the time to wait in the body and in the headers. */
class RateLimited extends ApiError {
  readonly retryAfter: number;
  readonly global: boolean;
  readonly headers: Record<string, string>;

  constructor(retryMs: number, global: boolean, headers: Record<string, string>) {
    super(429, 0, 'You are being rate limited.');
    this.retryAfter = retryMs / 1000;
    this.global = global;
    this.headers = headers;
  }

  override answer(): EmulatorAnswer {
    return {
      status: 429,
      headers: {
        ...this.headers,
        'retry-after': `${Math.ceil(this.retryAfter)}`,
        'x-ratelimit-scope': this.global ? 'global' : 'user',
        ...(this.global ? { 'x-ratelimit-global': 'true' } : {}),
      },
      json: { message: this.message, retry_after: this.retryAfter, global: this.global },
    };
  }
}

/** Counts the request; throws 429. Routes with an interaction's token are outside the bot's global limit. */
export function limited(
  parts: { readonly rateLimits: EmulatedRateLimits; readonly limitMode: LimitMode; readonly now: number },
  route: string,
  parameters: Readonly<Record<string, string>>,
  applicationId: string | undefined,
): Record<string, string> {
  const bucket = bucketOf(route, parameters);
  const state = parts.rateLimits.take(bucket, limitOf(route, parts.limitMode));
  const headers = limitHeaders(bucket, state, parts.now);
  if (state.exceeded) throw new RateLimited(state.resetMs, false, headers);
  if (parts.limitMode === 'real' && applicationId !== undefined) {
    const all = parts.rateLimits.take(`global ${applicationId}`, GLOBAL);
    if (all.exceeded) throw new RateLimited(all.resetMs, true, {});
  }
  return headers;
}
