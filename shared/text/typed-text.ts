import { canBeSeen, withoutInvisible } from './invisible.ts';

/** A text of several lines as a member typed it, as it is kept: what nobody sees is taken out; '' when nothing is left to see. */
export function cleanText(text: unknown): string {
  const clean = typeof text === 'string' ? withoutInvisible(text).trim() : '';
  return canBeSeen(clean) ? clean : '';
}

/**
 * A text's length in characters of Unicode, as databases count it. Discord's limits may count so, or an emoji as two
 * (its documents do not say): by this no text is too long that Discord let somebody type.
 */
export function lengthOf(text: string): number {
  return [...text].length;
}
