import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { isLinked } from '../members/member.ts';
import { type LinkedMember, MEMBER_COLUMNS, MemberRow } from '../members/member-row.ts';

/** Below every Discord id, as text. */
const START = '0';
const LINKED_AFTER = sql`
SELECT ${MEMBER_COLUMNS} FROM members
WHERE roblox_user_id IS NOT NULL AND discord_id > :after_id ORDER BY discord_id {rows}`;
const ACCOUNTS_AFTER = sql`
SELECT discord_id, roblox_user_id FROM members
WHERE roblox_user_id IS NOT NULL AND discord_id > :after_id ORDER BY discord_id {rows}`;
const COUNT_LINKED = sql`SELECT COUNT(*) AS linked FROM members WHERE roblox_user_id IS NOT NULL`;

/** Linked members by rising id (as text), those behind `after`. */
export async function linkedMembersAfter(
  q: Queryable,
  after: string | undefined,
  limit: number,
): Promise<readonly LinkedMember[]> {
  const binds = { after_id: after ?? START, row_offset: 0, row_limit: limit };
  return (await q.query(MemberRow, LINKED_AFTER, binds)).filter(isLinked);
}

/** The accounts of linked members by rising id (as text), those behind `after`: of everybody's no more is read than is needed. */
export async function linkedAccountsAfter(
  q: Queryable,
  after: string | undefined,
  limit: number,
): Promise<readonly { readonly discordId: string; readonly robloxUserId: string }[]> {
  const binds = { after_id: after ?? START, row_offset: 0, row_limit: limit };
  const Row = z.object({ discord_id: z.string(), roblox_user_id: z.string() });
  const rows = await q.query(Row, ACCOUNTS_AFTER, binds);
  return rows.map((row) => ({ discordId: row.discord_id, robloxUserId: row.roblox_user_id }));
}

export async function countLinkedMembers(q: Queryable): Promise<number> {
  const [row] = await q.query(z.object({ linked: z.int() }), COUNT_LINKED);
  return row?.linked ?? 0;
}
