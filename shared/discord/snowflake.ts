import * as z from 'zod/mini';

/** An id that Discord itself sends: a 64-bit number, kept as text everywhere. */
export const DiscordId = z.string().check(z.regex(/^\d{1,20}$/, 'expected a Discord id (digits)'));

/** A Discord id that a person wrote into a file or the environment: 17 to 20 digits, as every real one has. */
export const Snowflake = z.string().check(z.regex(/^\d{17,20}$/, 'expected a Discord id (17 to 20 digits)'));

const DISCORD_EPOCH_MS = 1_420_070_400_000n;

/**
 * A snowflake of our own for a change that no interaction caused (a job, a start-up): the time in its upper
 * 42 bits as Discord writes it, 22 random bits below. `random` returns a number in [0, 1).
 */
export function makeSnowflake(nowMs: number, random: () => number): string {
  const low = BigInt(Math.floor(random() * 2 ** 22));
  return (((BigInt(nowMs) - DISCORD_EPOCH_MS) << 22n) | low).toString();
}

/** When the thing with this id came to be, in Unix milliseconds. */
export function snowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH_MS);
}
