import * as z from 'zod/mini';
import { parseJson } from '../json/json.ts';
import type { AnswerHeaders } from './transport.ts';

const RetryAfter = z.object({ retry_after: z.number().check(z.nonnegative()) });

/**
 * How long an answer says to wait before the next call to the same bucket, in milliseconds; undefined: it says
 * nothing. Of a 429: `retry_after` of the body (Discord, seconds with a fraction), else the `retry-after`
 * header, else the time until the limit starts again. Of a 503: the `retry-after` header. Of any other answer:
 * the time until the limit starts again, when nothing remains of it.
 * Discord: `x-ratelimit-reset-after`; Roblox: `x-ratelimit-reset`, both in seconds (FACTS).
 */
export function rateLimitWaitMs(
  status: number,
  headers: AnswerHeaders,
  bytes: Uint8Array,
): number | undefined {
  const reset = seconds(headers, 'x-ratelimit-reset-after') ?? secondsOfReset(headers);
  if (status === 503) return seconds(headers, 'retry-after');
  if (status !== 429) return seconds(headers, 'x-ratelimit-remaining') === 0 ? reset : undefined;
  const body = RetryAfter.safeParse(parseJson(bytes));
  if (body.success) return Math.ceil(body.data.retry_after * 1000);
  return seconds(headers, 'retry-after') ?? reset;
}

/** Whether a 429 concerns every call of the bot, not only this bucket. */
export function isGlobalLimit(headers: AnswerHeaders): boolean {
  return headers.get('x-ratelimit-global') === 'true' || headers.get('x-ratelimit-scope') === 'global';
}

/** A header's first number ("299", "300, 300;w=60", "0.5") as milliseconds. */
function seconds(headers: AnswerHeaders, name: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)/.exec(headers.get(name) ?? '');
  return match?.[1] === undefined ? undefined : Math.ceil(Number(match[1]) * 1000);
}

/** Discord writes a point in time into `x-ratelimit-reset`, Roblox the seconds that are left. */
function secondsOfReset(headers: AnswerHeaders): number | undefined {
  const ms = seconds(headers, 'x-ratelimit-reset');
  return ms === undefined || ms > 86_400_000 ? undefined : ms;
}
