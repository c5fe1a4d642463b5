import { binds, names, type Queryable, type Sql, sql } from '../database/database.ts';
import { LIST_SIZES, type ListSize, listNames, valueLists } from '../database/value-lists.ts';
import { MEMBER_COLUMNS, type Member, MemberRow } from './member-row.ts';

const COLUMNS = ['discord_id', 'roblox_user_id', 'roblox_name_key'] as const;
type Column = (typeof COLUMNS)[number];

/** Made at first use: the long ones take a millisecond of a cold start. */
const made = new Map<string, Sql>();

function statementFor(column: Column, size: ListSize): Sql {
  const known = made.get(`${column} ${size}`);
  if (known !== undefined) return known;
  const statement = sql`
SELECT ${MEMBER_COLUMNS} FROM members WHERE ${names(column)} IN (${binds(listNames(size))})
ORDER BY COALESCE(synced_at, linked_at, joined_at), discord_id`;
  made.set(`${column} ${size}`, statement);
  return statement;
}

export const BUILT_STATEMENTS = /* @__PURE__ */ COLUMNS.flatMap((column) =>
  LIST_SIZES.map((size) => statementFor(column, size)),
);

/** Members with one of these values, 300 a query; the one seen most recently comes last. */
export async function findMembersWith(
  q: Queryable,
  column: Column,
  values: readonly string[],
): Promise<readonly Member[]> {
  const found: Member[] = [];
  for (const list of valueLists(values)) {
    found.push(...(await q.query(MemberRow, statementFor(column, list.size), list.values)));
  }
  return found;
}
