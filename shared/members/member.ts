import { type Queryable, sql } from '../database/database.ts';
import { UserError } from '../errors/user-error.ts';
import { findMembersWith } from './find-many.ts';
import { type LinkedMember, MEMBER_COLUMNS, type Member, MemberRow } from './member-row.ts';
import { nameKey } from './name-key.ts';
import { memberTexts } from './texts.ts';

/** Where members are found: `findMember`, or what was read of them before. */
interface MemberSource {
  find(q: Queryable, discordId: string): Promise<Member | undefined>;
}

export type { LinkedMember, Member } from './member-row.ts';
export { nameKey } from './name-key.ts';
export { recordSync, recordSyncs } from './record-sync.ts';

const FIND_MEMBER = sql`SELECT ${MEMBER_COLUMNS} FROM members WHERE discord_id = :discord_id`;
const FIND_BY_ROBLOX_USER = sql`SELECT ${MEMBER_COLUMNS} FROM members WHERE roblox_user_id = :roblox_user_id`;

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

/**
 * The member, who must be linked. Throws `UserError` `not-linked`, worded for `who` it concerns. `seen`: what was read of
 * members before may do.
 */
export async function requireLinked(
  q: Queryable,
  discordId: string,
  who: 'you' | 'they',
  seen: MemberSource = { find: findMember },
): Promise<LinkedMember> {
  return linkedMember(await seen.find(q, discordId), discordId, who);
}

/** The same of a member that was read. */
export function linkedMember(
  member: Member | undefined,
  discordId: string,
  who: 'you' | 'they',
): LinkedMember {
  if (member !== undefined && isLinked(member)) return member;
  throw new UserError('not-linked', (locale) => {
    const texts = memberTexts(locale);
    return who === 'you' ? texts.youAreNotLinked : texts.theyAreNotLinked(discordId);
  });
}

/** Members by Discord id; who is none is missing. */
export async function findMembersById(
  q: Queryable,
  discordIds: readonly string[],
): Promise<Map<string, Member>> {
  const members = await findMembersWith(q, 'discord_id', discordIds);
  return new Map(members.map((member) => [member.discordId, member]));
}

/**
 * Linked members by their Roblox names as last seen, by `nameKey`; names nobody holds are missing. Two members
 * can have the same name on record after somebody renamed: the one seen most recently has it.
 */
export async function findMembersByName(q: Queryable, names: Iterable<string>): Promise<Map<string, Member>> {
  const keys = [...names].map(nameKey).filter((key) => key !== '');
  const members = (await findMembersWith(q, 'roblox_name_key', keys)).filter(isLinked);
  return new Map(members.map((member) => [nameKey(member.robloxName ?? ''), member]));
}

/** The members who hold these Roblox accounts now, by account. */
export async function findMembersByRobloxUser(
  q: Queryable,
  robloxUserIds: readonly string[],
): Promise<Map<string, Member>> {
  const members = (await findMembersWith(q, 'roblox_user_id', robloxUserIds)).filter(isLinked);
  return new Map(members.map((member) => [member.robloxUserId, member]));
}
