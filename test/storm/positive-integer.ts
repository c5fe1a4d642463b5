import { InvalidArgumentError } from '@commander-js/extra-typings';

/** A whole number from 1 to 999,999,999, as an option of a script. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value > 0) return value;
  throw new InvalidArgumentError('A whole number from 1 on is expected.');
}
