import { binds, names, type Queryable, sql } from '../database/database.ts';
import { LIST_SIZES, listNames, valueLists } from '../database/value-lists.ts';
import { MEMBER_COLUMNS, type Member, MemberRow } from './member-row.ts';

const COLUMNS = ['discord_id', 'roblox_user_id', 'roblox_name_key'] as const;
type Column = (typeof COLUMNS)[number];

const STATEMENTS = COLUMNS.flatMap((column) =>
  LIST_SIZES.map((size) => ({
    column,
    size,
    statement: sql`
SELECT ${MEMBER_COLUMNS} FROM members WHERE ${names(column)} IN (${binds(listNames(size))})
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
  const found: Member[] = [];
  for (const list of valueLists(values)) {
    const fitting = STATEMENTS.find((one) => one.column === column && one.size === list.size);
    if (fitting === undefined) throw new Error(`no statement takes ${list.size} values`);
    found.push(...(await q.query(MemberRow, fitting.statement, list.values)));
  }
  return found;
}
