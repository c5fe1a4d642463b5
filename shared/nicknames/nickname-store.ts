import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { unlessOlder } from '../database/older-schema.ts';
import { insertOnce } from '../database/write-rows.ts';
import { isLinked, type LinkedMember } from '../members/member.ts';
import { MEMBER_COLUMNS, MemberRow } from '../members/member-row.ts';
import { cut } from '../text/cut.ts';

/** The nickname that the bot set last, or that Discord refused for good: neither is written again until another is due. */
export interface KeptNickname {
  readonly nickname: string;
  readonly status: 'set' | 'refused';
  /** Of a refusal, plain text. */
  readonly reason: string | null;
}

/** A linked member with what is kept of their nickname. */
export interface NamedMember {
  readonly member: LinkedMember;
  readonly kept: KeptNickname | undefined;
}

const MAX_REASON = 500;

const KEPT_COLUMNS = sql`
(SELECT nickname FROM nicknames n WHERE n.discord_id = members.discord_id) AS kept_nickname,
  (SELECT status FROM nicknames n WHERE n.discord_id = members.discord_id) AS kept_status,
  (SELECT reason FROM nicknames n WHERE n.discord_id = members.discord_id) AS kept_reason`;
const FIND = sql`
SELECT ${MEMBER_COLUMNS}, ${KEPT_COLUMNS} FROM members
WHERE discord_id = :discord_id AND roblox_user_id IS NOT NULL`;
/** Those whose nickname is not on its way already. */
const LIST_AFTER = sql`
SELECT ${MEMBER_COLUMNS}, ${KEPT_COLUMNS} FROM members
WHERE roblox_user_id IS NOT NULL AND discord_id > :after_id
  AND NOT EXISTS (SELECT 1 FROM outbox o
    WHERE o.subject = 'nickname:' || members.discord_id AND o.status = 'due')
ORDER BY discord_id {rows}`;
const CHANGE = sql`
UPDATE nicknames SET nickname = :nickname, status = :status, reason = :reason, changed_at = :changed_at
WHERE discord_id = :discord_id`;
const ADD = sql`
INSERT INTO nicknames (discord_id, nickname, status, reason, changed_at)
VALUES (:discord_id, :nickname, :status, :reason, :changed_at)`;

const KeptRow = z.looseObject({
  kept_nickname: z.nullable(z.string()),
  kept_status: z.nullable(z.enum(['set', 'refused'])),
  kept_reason: z.nullable(z.string()),
});

/** Undefined: they are not linked, or the schema is the one before, on which nicknames are left alone. */
export async function findNamedMember(q: Queryable, discordId: string): Promise<NamedMember | undefined> {
  const rows = await unlessOlder(() => q.query(KeptRow, FIND, { discord_id: discordId }), []);
  return rows.flatMap(namedMember)[0];
}

/** Linked members by rising id (as text) behind `after`, without those whose nickname is on its way. */
export async function namedMembersAfter(
  q: Queryable,
  after: string | undefined,
  limit: number,
): Promise<readonly NamedMember[]> {
  const binds = { after_id: after ?? '0', row_offset: 0, row_limit: limit };
  return (await unlessOlder(() => q.query(KeptRow, LIST_AFTER, binds), [])).flatMap(namedMember);
}

/** Keeps what was set or refused. */
export async function keepNickname(
  q: Queryable,
  discordId: string,
  { nickname, status, reason }: KeptNickname,
  now: number,
): Promise<void> {
  const kept = { nickname, status, reason: reason === null ? null : cut(reason, MAX_REASON) };
  const binds = { discord_id: discordId, ...kept, changed_at: now };
  if ((await q.execute(CHANGE, binds)) === 0) await insertOnce(q, ADD, binds);
}

function namedMember(row: z.infer<typeof KeptRow>): NamedMember[] {
  const member = MemberRow.parse(row);
  if (!isLinked(member)) return [];
  const { kept_nickname: nickname, kept_status: status, kept_reason: reason } = row;
  return [{ member, kept: nickname === null || status === null ? undefined : { nickname, status, reason } }];
}
