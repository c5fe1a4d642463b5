import type * as z from 'zod/mini';
import { DatabaseError } from './errors.ts';
import { excerpt } from './statement-text.ts';

const COLUMN_NAME = /^[a-z][a-z0-9_$#]*$/i;

/**
 * Checks the columns of a result: each has a plain name and no two are the same, because the engines name
 * unnamed expressions and duplicates differently. Throws `DatabaseError` 'usage'.
 */
export function checkColumns(names: readonly string[], text: string): void {
  const seen = new Set<string>();
  for (const name of names.map((column) => column.toLowerCase())) {
    if (!COLUMN_NAME.test(name)) throw refused(`column "${name}" needs a name (AS ...)`, text);
    if (seen.has(name)) throw refused(`two columns are named "${name}"`, text);
    seen.add(name);
  }
}

/**
 * Rows as the store sees them: lower-case keys, safe integers, parsed. Throws `DatabaseError` 'usage' when a row
 * is not what the store expects; the message names columns, never values.
 */
export function parseRows<T>(row: z.ZodMiniType<T>, raw: readonly object[], text: string): T[] {
  // All rows have the columns of the first.
  const names = Object.keys(raw[0] ?? {}).map((name) => ({ name, key: name.toLowerCase() }));
  return raw.map((columns) => {
    const lower: Record<string, unknown> = {};
    for (const { name, key } of names) {
      const value: unknown = Reflect.get(columns, name);
      if (typeof value === 'number' && !Number.isSafeInteger(value)) {
        throw refused(`column "${key}" holds a number that is no safe integer`, text);
      }
      lower[key] = value;
    }
    const parsed = row.safeParse(lower);
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'row'}: ${issue.code}`);
    throw refused(`a row is not as expected (${where.join(', ')})`, text);
  });
}

function refused(what: string, text: string): DatabaseError {
  return new DatabaseError('usage', `In the result, ${what}: ${excerpt(text)}`);
}
