import type * as z from 'zod/mini';
import { DatabaseError } from './errors.ts';
import { excerpt } from './statement-text.ts';

const COLUMN_NAME = /^[a-z][a-z0-9_$#]*$/i;

/**
 * The columns of a result in lower case. Each has a plain name and no two are the same, because the engines name
 * unnamed expressions and duplicates differently; otherwise throws `DatabaseError` 'usage'.
 */
export function checkColumns(names: readonly string[], text: string): readonly string[] {
  const columns = names.map((column) => column.toLowerCase());
  const seen = new Set<string>();
  for (const name of columns) {
    if (!COLUMN_NAME.test(name)) throw refused(`column "${name}" needs a name (AS ...)`, text);
    if (seen.has(name)) throw refused(`two columns are named "${name}"`, text);
    seen.add(name);
  }
  return columns;
}

/**
 * A row as the store sees it: lower-case keys, safe integers, parsed. `values` are those of the columns, in order.
 * Throws `DatabaseError` 'usage' when it is not what the store expects; the message names columns, never values.
 */
export function parseRow<T>(
  row: z.ZodMiniType<T>,
  columns: readonly string[],
  values: { readonly [index: number]: unknown },
  text: string,
): T {
  const read: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const value = values[index];
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      throw refused(`column "${column}" holds a number that is no safe integer`, text);
    read[column] = value;
  }
  const parsed = row.safeParse(read);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'row'}: ${issue.code}`);
  throw refused(`a row is not as expected (${where.join(', ')})`, text);
}

/** The same for rows that are objects. */
export function parseRows<T>(row: z.ZodMiniType<T>, raw: readonly object[], text: string): T[] {
  // All rows have the columns of the first.
  const names = Object.keys(raw[0] ?? {});
  const columns = names.map((name) => name.toLowerCase());
  return raw.map((each) => {
    const values = names.map((name): unknown => Reflect.get(each, name));
    return parseRow(row, columns, values, text);
  });
}

function refused(what: string, text: string): DatabaseError {
  return new DatabaseError('usage', `In the result, ${what}: ${excerpt(text)}`);
}
