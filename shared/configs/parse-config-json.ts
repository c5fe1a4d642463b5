import { ConfigError } from './config-error.ts';

/**
 * Parses a file of JSON that a person wrote. A byte order mark at its start is skipped, as some editors write one.
 * Throws `ConfigError` with line and column of the first mistake, and what stands there unless the file is `secret`.
 */
export function parseConfigJson(
  text: string,
  file: string,
  { secret = false }: { readonly secret?: boolean } = {},
): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') throw new ConfigError([`${file}: the file is empty.`]);
  try {
    return JSON.parse(json);
  } catch {
    const { position, expected } = firstMistake(json);
    const { line, column } = placeOf(position, json);
    const got = secret ? '' : found(json, position);
    throw new ConfigError([
      `${file}: not JSON at line ${line}, column ${column}: expected ${expected}${got}.`,
    ]);
  }
}

/** Both from 1. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

/** Where a text stops to be JSON. */
export function placeOfMistake(json: string): JsonPlace {
  return placeOf(firstMistake(json).position, json);
}

function placeOf(position: number, json: string): JsonPlace {
  const before = json.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function found(json: string, position: number): string {
  const rest = /^\S{1,20}/.exec(json.slice(position))?.[0];
  return rest === undefined ? ', but the file ends' : `, got ${rest}`;
}

class Mistake extends Error {
  readonly position: number;
  readonly expected: string;

  constructor(position: number, expected: string) {
    super(expected);
    this.position = position;
    this.expected = expected;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings, so they are named here.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b/y;

/** Where the text stops to be JSON. JSON.parse names the position for some mistakes only. */
function firstMistake(json: string): { position: number; expected: string } {
  let position = 0;

  function skipSpace(): void {
    while (/[ \t\r\n]/.test(json.charAt(position))) position += 1;
  }
  function take(pattern: RegExp): boolean {
    pattern.lastIndex = position;
    if (!pattern.test(json)) return false;
    position = pattern.lastIndex;
    return true;
  }
  function takeMark(mark: string): boolean {
    skipSpace();
    if (json.charAt(position) !== mark) return false;
    position += 1;
    skipSpace();
    return true;
  }
  function list(end: string, entry: () => void): void {
    if (takeMark(end)) return;
    do entry();
    while (takeMark(','));
    if (!takeMark(end)) throw new Mistake(position, `"," or "${end}"`);
  }
  function property(): void {
    if (!take(STRING)) throw new Mistake(position, 'a key in double quotes');
    if (!takeMark(':')) throw new Mistake(position, '":"');
    value();
  }
  function value(): void {
    skipSpace();
    if (takeMark('{')) list('}', property);
    else if (takeMark('[')) list(']', value);
    else if (!take(STRING) && !take(SCALAR)) {
      throw new Mistake(
        position,
        'a value: text in double quotes, a number, true, false, null, a list or an object',
      );
    }
  }

  try {
    value();
    skipSpace();
    return { position, expected: 'nothing more' };
  } catch (error) {
    if (error instanceof Mistake) return error;
    throw error;
  }
}
