import type { Binds } from './database.ts';

/** So many values one `IN (...)` takes. A shorter list repeats its last one, so that a database keeps few statements. */
export const LIST_SIZES = [25, 300] as const;
export type ListSize = (typeof LIST_SIZES)[number];

/** The binds of a list: `value_1`, `value_2` ... */
export function listNames(size: ListSize): readonly string[] {
  return Array.from({ length: size }, (_, index) => `value_${index + 1}`);
}

/** The values, each once, as the binds of lists: one list for 25 or fewer, otherwise 300 a list. */
export function valueLists(
  values: readonly string[],
): readonly { readonly size: ListSize; readonly values: Binds }[] {
  const [least, most] = LIST_SIZES;
  const wanted = [...new Set(values)];
  const lists: { size: ListSize; values: Binds }[] = [];
  for (let start = 0; start < wanted.length; start += most) {
    const some = wanted.slice(start, start + most);
    const size = some.length <= least ? least : most;
    const last = some.at(-1) ?? null;
    const padded = listNames(size).map((name, index) => [name, some[index] ?? last] as const);
    lists.push({ size, values: Object.fromEntries(padded) });
  }
  return lists;
}
