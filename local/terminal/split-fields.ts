/** `name:value` pairs of a line: what stood before the first, and the values by name. */
export interface Fields {
  readonly before: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Splits at the given names only, so that a value may hold colons and spaces (`start:today 18:00`). A value in
 * double quotes loses them. Of a name that comes twice the last counts.
 */
export function splitFields(text: string, names: readonly string[]): Fields {
  const known = [...names].sort((a, b) => b.length - a.length).map(escaped);
  if (known.length === 0) return { before: text.trim(), values: {} };
  const marks = [...text.matchAll(new RegExp(`(?<=^|\\s)(${known.join('|')}):`, 'gi'))];
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
  return /(?:^|\s)([\p{L}\w.-]+):/u.exec(text)?.[1];
}

export function unquoted(text: string): string {
  return /^"[\s\S]*"$/.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
