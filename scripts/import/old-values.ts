import { Snowflake } from '../../shared/discord/snowflake.ts';

/** NUMBER(10): the largest figure that a sum of points can hold. */
const LARGEST = 9_999_999_999;

/** A Discord id; undefined when the text is not one. */
export function discordId(text: string | null): string | undefined {
  const parsed = Snowflake.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

/** A figure of the old database and what it can be here. */
export interface OldNumber {
  /** As the old database adds it up; 0 for what is no number. */
  readonly old: number;
  /** A whole number from 0 to 9,999,999,999. */
  readonly value: number;
  /** What was wrong with it; undefined: nothing. `beyond`: no number of JavaScript holds it, and no sum counts it. */
  readonly problem: 'missing' | 'negative' | 'not whole' | 'too large' | 'beyond' | undefined;
}

/** Reads a figure that should be a whole number and not negative. */
export function oldNumber(text: string | null): OldNumber {
  if (text === null) return { old: 0, value: 0, problem: 'missing' };
  const old = Number.parseFloat(text);
  if (!Number.isFinite(old)) return { old: 0, value: 0, problem: 'not whole' };
  if (Math.abs(old) > Number.MAX_SAFE_INTEGER) return { old: 0, value: 0, problem: 'beyond' };
  if (old < 0) return { old, value: 0, problem: 'negative' };
  if (old > LARGEST) return { old, value: LARGEST, problem: 'too large' };
  const isWhole = Number.isInteger(old) && /^\d+(\.0+)?$/.test(text.trim());
  return { old, value: Math.floor(old), problem: isWhole ? undefined : 'not whole' };
}

const TIME =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:(?<=:\d\d:\d\d)[.,](\d{1,3})\d{0,6})?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/**
 * A time of the old bot (`2026-11-22T14:31:37.753838`, UTC without saying so), in Unix milliseconds. Undefined: not a
 * time.
 */
export function oldTime(text: string | null): number | undefined {
  const [, day, minutes = '00:00', seconds = ':00', fraction = '0', zone = 'Z'] =
    TIME.exec(text?.trim() ?? '') ?? [];
  if (day === undefined) return undefined;
  const ms = Date.parse(`${day}T${minutes}${seconds}.${fraction}${zone}`);
  return Number.isNaN(ms) || ms < 0 ? undefined : ms;
}
