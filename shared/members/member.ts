import { type Binds, type Queryable, sql } from '../database/database.ts';
import { UserError } from '../errors/user-error.ts';
import { type LinkedMember, MEMBER_COLUMNS, type Member, MemberRow } from './member-row.ts';
import { nameKey } from './name-key.ts';
import { memberTexts } from './texts.ts';

export type { LinkedMember, Member } from './member-row.ts';
export { nameKey } from './name-key.ts';
export { recordSync, recordSyncs } from './record-sync.ts';

const FIND_MEMBER = sql`SELECT ${MEMBER_COLUMNS} FROM members WHERE discord_id = :discord_id`;
const FIND_BY_ROBLOX_USER = sql`SELECT ${MEMBER_COLUMNS} FROM members WHERE roblox_user_id = :roblox_user_id`;

const NAMES_A_QUERY = 20;

/** Linked members by stored name; the one seen most recently comes last. */
const FIND_BY_NAMES = sql`
SELECT ${MEMBER_COLUMNS} FROM members
WHERE roblox_user_id IS NOT NULL AND roblox_name_key IN (
  :name_1, :name_2, :name_3, :name_4, :name_5, :name_6, :name_7, :name_8, :name_9, :name_10,
  :name_11, :name_12, :name_13, :name_14, :name_15, :name_16, :name_17, :name_18, :name_19, :name_20)
ORDER BY COALESCE(synced_at, linked_at, joined_at), discord_id`;

const ACCOUNTS_A_QUERY = 10;
const FIND_BY_ROBLOX_USERS = sql`
SELECT ${MEMBER_COLUMNS} FROM members
WHERE roblox_user_id IN (
  :user_1, :user_2, :user_3, :user_4, :user_5, :user_6, :user_7, :user_8, :user_9, :user_10)`;

export async function findMember(q: Queryable, discordId: string): Promise<Member | undefined> {
  const [member] = await q.query(MemberRow, FIND_MEMBER, { discord_id: discordId });
  return member;
}

/** The member who holds this Roblox account now. */
export async function findMemberByRobloxUser(
  q: Queryable,
  robloxUserId: string,
): Promise<Member | undefined> {
  const [member] = await q.query(MemberRow, FIND_BY_ROBLOX_USER, { roblox_user_id: robloxUserId });
  return member;
}

/** Whether the member has a Roblox account. */
export function isLinked(member: Member): member is LinkedMember {
  return member.robloxUserId !== null;
}

/** The member, who must be linked. Throws `UserError` `not-linked`, worded for `who` it concerns. */
export async function requireLinked(
  q: Queryable,
  discordId: string,
  who: 'you' | 'they',
): Promise<LinkedMember> {
  const member = await findMember(q, discordId);
  if (member !== undefined && isLinked(member)) return member;
  throw new UserError(
    'not-linked',
    who === 'you' ? memberTexts.youAreNotLinked : memberTexts.theyAreNotLinked(discordId),
  );
}

/**
 * Linked members by their Roblox names as last seen, by `nameKey`; names nobody holds are missing. Two members
 * can have the same name on record after somebody renamed: the one seen most recently has it.
 */
export async function findMembersByName(q: Queryable, names: Iterable<string>): Promise<Map<string, Member>> {
  const keys = [...new Set([...names].map(nameKey))].filter((key) => key !== '');
  const found = new Map<string, Member>();
  for (let start = 0; start < keys.length; start += NAMES_A_QUERY) {
    const members = await q.query(
      MemberRow,
      FIND_BY_NAMES,
      repeatedBinds('name', keys.slice(start, start + NAMES_A_QUERY), NAMES_A_QUERY),
    );
    for (const member of members)
      if (member.robloxName !== null) found.set(nameKey(member.robloxName), member);
  }
  return found;
}

/** The members who hold these Roblox accounts now, by account. */
export async function findMembersByRobloxUser(
  q: Queryable,
  robloxUserIds: readonly string[],
): Promise<Map<string, Member>> {
  const found = new Map<string, Member>();
  for (let start = 0; start < robloxUserIds.length; start += ACCOUNTS_A_QUERY) {
    const ids = robloxUserIds.slice(start, start + ACCOUNTS_A_QUERY);
    const binds = repeatedBinds('user', ids, ACCOUNTS_A_QUERY);
    for (const member of await q.query(MemberRow, FIND_BY_ROBLOX_USERS, binds))
      if (member.robloxUserId !== null) found.set(member.robloxUserId, member);
  }
  return found;
}

/** The statement has a fixed number of values: the last one is repeated. */
function repeatedBinds(name: string, values: readonly string[], count: number): Binds {
  const last = values.at(-1) ?? null;
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${name}_${index + 1}`, values[index] ?? last]),
  );
}
