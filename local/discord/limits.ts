import type { Limit, LimitState } from '../emulator/rate-limit.ts';

/**
 * `real`: buckets of about the size that Discord's headers show. `loose`: the same headers, with room enough for
 * tests that are about something else.
 */
export type LimitMode = 'real' | 'loose';

const LOOSE: Limit = { max: 500, perMs: 1000 };
const REAL: readonly (readonly [RegExp, Limit])[] = [
  [/^POST \/channels\/\{channel_id\}\/messages$/, { max: 5, perMs: 5000 }],
  [/^PATCH \/channels\//, { max: 5, perMs: 5000 }],
  [/^DELETE \/channels\//, { max: 5, perMs: 1000 }],
  [/^(PUT|DELETE) \/guilds\/.*\/roles\//, { max: 10, perMs: 10_000 }],
  [/^GET \/guilds\/.*\/members$/, { max: 10, perMs: 10_000 }],
  [/^GET \/guilds\/.*\/members\//, { max: 5, perMs: 1000 }],
  [/^POST \/users\/@me\/channels$/, { max: 10, perMs: 10_000 }],
  [/ \/webhooks\//, { max: 5, perMs: 2000 }],
];
/** Interaction routes are outside of it. */
export const GLOBAL: Limit = { max: 50, perMs: 1000 };

export function limitOf(route: string, mode: LimitMode): Limit {
  if (mode === 'loose') return LOOSE;
  return REAL.find(([expression]) => expression.test(route))?.[1] ?? { max: 10, perMs: 1000 };
}

/** A bucket is the route with its major parameters: channel, guild, webhook and token. */
export function bucketOf(route: string, parameters: Readonly<Record<string, string>>): string {
  const major = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token'].map(
    (name) => parameters[name] ?? '',
  );
  return `${route.replace(/^(PUT|DELETE)(?= .*\/roles\/)/, 'ROLE')} ${major.join(' ')}`;
}

export function limitHeaders(bucket: string, state: LimitState, now: number): Record<string, string> {
  return {
    'x-ratelimit-limit': `${state.limit}`,
    'x-ratelimit-remaining': `${state.remaining}`,
    'x-ratelimit-reset': ((now + state.resetMs) / 1000).toFixed(3),
    'x-ratelimit-reset-after': (state.resetMs / 1000).toFixed(3),
    'x-ratelimit-bucket': hash(bucket),
  };
}

function hash(text: string): string {
  let value = 0;
  for (const letter of text) value = (value * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return value.toString(16).padStart(8, '0');
}
