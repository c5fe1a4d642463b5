import type { Given, ModalInput } from '../protocol.ts';
import { recordsIn, textOf } from './json.ts';
import { MOST_FILE_BYTES } from './read-file.ts';

// Discord's numbers of component types in a modal.
export const TEXT_INPUT = 4;
export const FILE_UPLOAD = 19;
export const RADIO_GROUP = 21;
export const CHECKBOX_GROUP = 22;
export const CHECKBOX = 23;

/** What stands in an input before anybody touches it. */
export function prefilled({ type, definition }: ModalInput): Given[] {
  if (type === TEXT_INPUT) return textOf(definition['value']) === '' ? [] : [textOf(definition['value'])];
  if (type === CHECKBOX) return [definition['default'] === true];
  return [
    ...recordsIn(definition['options']).filter((option) => option['default'] === true),
    ...recordsIn(definition['default_values']),
  ].map((entry) => textOf(entry['value'] ?? entry['id']));
}

/** Why Discord's client would not send an input as it is; undefined when it would. */
export function inputProblem(input: ModalInput, values: readonly Given[]): string | undefined {
  const { type, required, minValues, maxValues, definition } = input;
  const isEmpty = values.every((value) => value === '');
  if (type === CHECKBOX) return undefined;
  if (isEmpty) return required ? 'This field is required.' : undefined;
  if (type === TEXT_INPUT) {
    const [text] = values;
    const { length } = String(text);
    const least = Number(definition['min_length'] ?? 0);
    const most = Number(definition['max_length'] ?? 4000);
    if (length < least) return `Enter ${least} letters or more.`;
    return length > most ? `Enter ${most} letters or fewer.` : undefined;
  }
  const isTooLarge = (value: Given) =>
    typeof value === 'object' && value.base64.length > (MOST_FILE_BYTES * 4) / 3;
  if (values.some(isTooLarge)) return 'The file is too large: 10 MB at most.';
  if (values.length < minValues) return `Choose ${minValues} or more.`;
  return values.length > maxValues ? `Choose ${maxValues} or fewer.` : undefined;
}
