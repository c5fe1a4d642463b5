/** Discord shows 1,024 characters of a field: of more than ten mentions the rest is counted. */
const SHOWN = 10;

/** Mentions one after the other, in the words of a language. */
export function listed(
  ids: readonly string[],
  show: (id: string) => string,
  words: { readonly nobody: string; readonly andMore: (shown: string, count: number) => string },
): string {
  if (ids.length === 0) return words.nobody;
  const shown = ids.slice(0, SHOWN).map(show).join(' ');
  return ids.length > SHOWN ? words.andMore(shown, ids.length - SHOWN) : shown;
}
