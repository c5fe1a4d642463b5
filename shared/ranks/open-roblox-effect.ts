import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { MEMBER_COLUMNS, type Member, MemberRow } from '../members/member-row.ts';
import { subjectOf } from '../outbox/effect.ts';

const OPEN_EFFECT = sql`SELECT effect_id FROM outbox WHERE subject = :subject AND status = 'due' {rows}`;

/** Both in one look: what a sync is planned on once more in its transaction. */
const MEMBER_TO_SYNC = sql`
SELECT (SELECT MIN(effect_id) FROM outbox WHERE subject = :subject AND status = 'due') AS open_effect_id,
  ${MEMBER_COLUMNS}
FROM members WHERE discord_id = :discord_id`;

/** Whether a change of this member's roles in the Roblox group is still to be made. */
export async function hasOpenRobloxEffect(q: Queryable, memberId: string): Promise<boolean> {
  const rows = await q.query(z.object({ effect_id: z.string() }), OPEN_EFFECT, {
    subject: robloxRolesOf(memberId),
    row_offset: 0,
    row_limit: 1,
  });
  return rows.length > 0;
}

/** The member, and whether a change of their roles in the Roblox group is still to be made. */
export async function findMemberToSync(
  q: Queryable,
  memberId: string,
): Promise<{ readonly member: Member | undefined; readonly hasOpenEffect: boolean }> {
  const [row] = await q.query(z.looseObject({ open_effect_id: z.nullable(z.string()) }), MEMBER_TO_SYNC, {
    subject: robloxRolesOf(memberId),
    discord_id: memberId,
  });
  if (row === undefined) return { member: undefined, hasOpenEffect: false };
  return { member: MemberRow.parse(row), hasOpenEffect: row.open_effect_id !== null };
}

function robloxRolesOf(memberId: string): string {
  return subjectOf({ kind: 'roblox-roles', memberId, changeId: '' });
}
