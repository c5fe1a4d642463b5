/** `name:value` pairs of a line: what stood before the first, and the values by name. */
export interface Fields {
  readonly before: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Splits at the given names only, so that a value may hold colons and spaces (`start:today 18:00`). A value in
 * double quotes loses them, and is kept as it is. Of a name that comes twice the last counts.
 */
export function splitFields(text: string, names: readonly string[]): Fields {
  const known = [...names].sort((a, b) => b.length - a.length).map(escaped);
  if (known.length === 0) return { before: text.trim(), values: {} };
  const marks = [...withoutQuoted(text).matchAll(new RegExp(`(?<=^|\\s)(${known.join('|')}):`, 'gi'))];
  const values: Record<string, string> = {};
  for (const [index, mark] of marks.entries()) {
    const start = mark.index + mark[0].length;
    const end = marks[index + 1]?.index ?? text.length;
    const name = names.find((entry) => entry.toLowerCase() === mark[1]?.toLowerCase());
    if (name !== undefined) values[name] = unquoted(text.slice(start, end).trim());
  }
  return { before: text.slice(0, marks[0]?.index ?? text.length).trim(), values };
}

/** The first `word:` in a text, for saying that there is no such name. */
export function firstField(text: string): string | undefined {
  return /(?:^|\s)([\p{L}\w.-]+):/u.exec(withoutQuoted(text))?.[1];
}

/** What stands before and after the first ` | ` outside quotes; the second is empty where there is none. */
export function splitAtBar(text: string): [before: string, after: string] {
  const bar = withoutQuoted(text).indexOf(' | ');
  return bar < 0 ? [text, ''] : [text.slice(0, bar), text.slice(bar + 3)];
}

/** The values of a list with commas; one in quotes may hold commas itself. Empty ones are left out. */
export function splitList(text: string): string[] {
  const plain = withoutQuoted(text);
  const commas = [...plain.matchAll(/,/g)].map((comma) => comma.index);
  return [-1, ...commas]
    .map((comma, index) => unquoted(text.slice(comma + 1, commas[index] ?? text.length).trim()))
    .filter((value) => value !== '');
}

/** The text with every quoted part replaced by as many other letters, so that places in it stay the same. */
function withoutQuoted(text: string): string {
  return text.replace(/(?<=^|[\s:,])"[^"]*"(?=$|[\s,])/g, (quoted) => '_'.repeat(quoted.length));
}

export function unquoted(text: string): string {
  return /^"[\s\S]*"$/.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
