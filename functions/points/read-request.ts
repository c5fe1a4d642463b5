import { UserError } from '../../shared/errors/user-error.ts';
import { cleanText, lengthOf } from '../../shared/text/typed-text.ts';
import { MAX_REASON } from './limits.ts';
import { texts } from './texts.ts';

/** Points of an option. Throws `UserError` `bad-amount` for what is no whole number from 1 to `max`. */
export function amountOf(option: unknown, max: number): number {
  if (typeof option === 'number' && Number.isInteger(option) && option >= 1 && option <= max) return option;
  throw new UserError('bad-amount', (locale) => texts(locale).badAmount(max));
}

/** The same as typed into a form. */
export function typedAmount(input: readonly string[] | undefined, max: number): number {
  const typed = input?.[0]?.trim() ?? '';
  return amountOf(/^\d{1,6}$/.test(typed) ? Number(typed) : undefined, max);
}

/** Null for an empty one. Throws `UserError` `bad-reason`. */
export function reasonOf(option: unknown): string | null {
  const reason = cleanText(option);
  if (lengthOf(reason) > MAX_REASON)
    throw new UserError('bad-reason', (locale) => texts(locale).badReason(MAX_REASON));
  return reason === '' ? null : reason;
}
