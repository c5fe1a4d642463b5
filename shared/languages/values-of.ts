/** A text that holds values. */
export type Saying = (...values: string[]) => string;

/** By text; there are as many as the catalogues have that are read back. */
const patterns = new Map<Saying, RegExp>();

/**
 * The values with which `say` makes this text, the shortest that fit, in the order of its parameters; undefined: it makes
 * another one. Each value has to stand in the text once.
 */
export function valuesOf(text: string, say: Saying): readonly string[] | undefined {
  const found = patternOf(say).exec(text);
  if (found === null) return undefined;
  return Array.from({ length: say.length }, (_, index) => found.groups?.[`v${index}`] ?? '');
}

function patternOf(say: Saying): RegExp {
  const known = patterns.get(say);
  if (known !== undefined) return known;
  // Private characters stand for the values: no text of ours has them.
  const marks = Array.from({ length: say.length }, (_, index) => String.fromCharCode(0xe000 + index));
  const escaped = say(...marks).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const source = marks.reduce((text, mark, index) => text.replace(mark, `(?<v${index}>[\\s\\S]+?)`), escaped);
  const pattern = new RegExp(`^${source}$`);
  patterns.set(say, pattern);
  return pattern;
}
