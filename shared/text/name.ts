/** Controls (NUL and line ends among them), halves of characters, and marks that have no width and join nothing. */
const UNSTORABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200b\u2060\ufeff]/u;
/** Everything that shows nothing where it stands alone. */
const UNSEEN = /[\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu;

export const NAME_EXPECTED = 'expected a name that can be seen, without line ends and invisible characters';

/** Whether a text may be stored as a name: on one line, and with something to see. The empty text has nothing against it. */
export function isName(text: string): boolean {
  return text === '' || (!UNSTORABLE.test(text) && text.replace(UNSEEN, '') !== '');
}

/** What can be stored of a name that somebody else chose; '' when nothing of it can be seen. */
export function storableName(text: string): string {
  const storable = text.replace(new RegExp(UNSTORABLE, 'gu'), ' ').trim();
  return isName(storable) ? storable : '';
}
