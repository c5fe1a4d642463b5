import { cut } from '../text/cut.ts';
import { DatabaseError } from './errors.ts';

/** One piece of a statement: a quoted thing or a comment (skipped), a bind, or a semicolon. */
const PIECES = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\/|(?<!:):([A-Za-z0-9_]+)|;/g;
const BIND_NAME = /^[a-z][a-z0-9_]{0,29}$/;

/**
 * The bind names of a statement, each once. Names in strings, quoted identifiers and comments do not count.
 * Throws `DatabaseError` 'usage' for a name that is not plain lower case or for a second statement after `;`.
 */
export function bindNames(text: string): ReadonlySet<string> {
  return new Set(withPlaces(text).order);
}

/**
 * The statement with a `?` in the place of each bind, and the names of these places in order. Throws as `bindNames`.
 */
export function withPlaces(text: string): { readonly text: string; readonly order: readonly string[] } {
  const order: string[] = [];
  const places = text.replace(PIECES, (piece, name?: string) => {
    if (piece === ';') {
      throw new DatabaseError(
        'usage',
        `A statement ends without ";" and holds no second one: ${excerpt(text)}`,
      );
    }
    if (name === undefined) return piece;
    if (!BIND_NAME.test(name)) {
      throw new DatabaseError('usage', `The bind name ":${name}" must be plain lower case: ${excerpt(text)}`);
    }
    order.push(name);
    return '?';
  });
  return { text: places, order };
}

/** The beginning of a statement, for a message. Statements hold no values, so nothing secret is shown. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${cut(line, 77)}...`;
}
