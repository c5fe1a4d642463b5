import { canBeSeen, withoutInvisible } from './invisible.ts';

export const NAME_EXPECTED = 'expected a name that can be seen, without line ends and invisible characters';

/** Whether a text may be stored as a name: on one line, and with something to see. The empty text has nothing against it. */
export function isName(text: string): boolean {
  return text === '' || (!/[\n\t]/.test(text) && withoutInvisible(text) === text && canBeSeen(text));
}

/** What can be stored of a name that somebody else chose; '' when nothing of it can be seen. */
export function storableName(text: string): string {
  const name = withoutInvisible(text.replaceAll('\0', ' ')).replace(/\s+/g, ' ').trim();
  return isName(name) ? name : '';
}

/** What people tell names apart by: spaces more or less, and marks that nobody sees, make no difference. */
export function lookOf(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
