import { atTopLevel, type Column } from '../schema-columns.ts';

type Type = 'text' | 'number';

/** The type that each bind of a statement should have: that of the column it is compared with or stored in. */
export function bindColumns(statement: string, columns: readonly Column[]): ReadonlyMap<string, Type> {
  const found = new Map<string, Type>();
  const note = (bind: string | undefined, name: string | undefined) => {
    const column = columns.find(
      (each) => each.name === name && new RegExp(`\\b${each.table}\\b`).test(statement),
    );
    if (bind !== undefined && column !== undefined)
      found.set(bind, column.type === 'NUMBER' ? 'number' : 'text');
  };
  for (const [, name, bind] of statement.matchAll(/(\w+)\s*(?:=|<>|<=|>=|<|>|\+|-|\bLIKE\b)\s*:(\w+)/gi))
    note(bind, name);
  const insert = /INSERT INTO \w+\s*\(([^)]*)\)\s*VALUES\s*\((.*)\)/is.exec(statement);
  const names = atTopLevel(insert?.[1] ?? '');
  for (const [index, value] of atTopLevel(insert?.[2] ?? '').entries()) {
    if (value.startsWith(':')) note(value.slice(1), names[index]);
  }
  return found;
}
