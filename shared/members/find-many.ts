import { type Binds, binds, names, type Queryable, sql } from '../database/database.ts';
import { MEMBER_COLUMNS, type Member, MemberRow } from './member-row.ts';

/** So many values one query takes. A shorter list repeats its last one, so that a database keeps few statements. */
const SIZES = [25, 300] as const;
const MOST = SIZES[1];
const COLUMNS = ['discord_id', 'roblox_user_id', 'roblox_name_key'] as const;
type Column = (typeof COLUMNS)[number];

const STATEMENTS = COLUMNS.flatMap((column) =>
  SIZES.map((size) => ({
    column,
    size,
    statement: sql`
SELECT ${MEMBER_COLUMNS} FROM members WHERE ${names(column)} IN (${binds(valueNames(size))})
ORDER BY COALESCE(synced_at, linked_at, joined_at), discord_id`,
  })),
);
export const BUILT_STATEMENTS = STATEMENTS.map(({ statement }) => statement);

/** Members with one of these values, 300 a query; the one seen most recently comes last. */
export async function findMembersWith(
  q: Queryable,
  column: Column,
  values: readonly string[],
): Promise<readonly Member[]> {
  const wanted = [...new Set(values)];
  const found: Member[] = [];
  for (let start = 0; start < wanted.length; start += MOST) {
    const some = wanted.slice(start, start + MOST);
    const fitting = STATEMENTS.find((one) => one.column === column && some.length <= one.size);
    if (fitting === undefined) throw new Error(`no statement takes ${some.length} values`);
    found.push(...(await q.query(MemberRow, fitting.statement, padded(some, fitting.size))));
  }
  return found;
}

function padded(values: readonly string[], size: number): Binds {
  const last = values.at(-1) ?? null;
  return Object.fromEntries(valueNames(size).map((name, index) => [name, values[index] ?? last]));
}

function valueNames(size: number): readonly string[] {
  return Array.from({ length: size }, (_, index) => `value_${index + 1}`);
}
