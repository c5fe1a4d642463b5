import type { Given, Option } from '../protocol.ts';
import { MOST_FILE_BYTES } from './read-file.ts';

// Discord's numbers of option types.
export const TEXT = 3;
export const WHOLE = 4;
export const BOOLEAN = 5;
export const NUMBER = 10;
export const FILE = 11;

/** Why Discord's client would not send an option as it is; undefined when it would. */
export function optionProblem(option: Option, value: Given | undefined): string | undefined {
  const { type, min_value: least, max_value: most } = option;
  if (value === undefined || value === '') return option.required ? 'This option is required.' : undefined;
  if (type === WHOLE || type === NUMBER) {
    const number = Number(value);
    if (!Number.isFinite(number) || (type === WHOLE && !Number.isInteger(number)))
      return type === WHOLE ? 'Enter a whole number.' : 'Enter a number.';
    if (least !== undefined && number < least) return `The least is ${least}.`;
    if (most !== undefined && number > most) return `The most is ${most}.`;
  }
  if (type === TEXT && typeof value === 'string') {
    const { min_length: shortest = 0, max_length: longest = 6000 } = option;
    if (value.length < shortest) return `Enter ${shortest} letters or more.`;
    if (value.length > longest) return `Enter ${longest} letters or fewer.`;
  }
  if (type === FILE && typeof value === 'object' && value.base64.length > (MOST_FILE_BYTES * 4) / 3)
    return 'The file is too large: 10 MB at most.';
  return undefined;
}
