import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { subjectOf } from '../outbox/effect.ts';

const OPEN_EFFECT = sql`SELECT effect_id FROM outbox WHERE subject = :subject AND status = 'due' {rows}`;

/** Whether a change of this member's roles in the Roblox group is still to be made. */
export async function hasOpenRobloxEffect(q: Queryable, memberId: string): Promise<boolean> {
  const subject = subjectOf({ kind: 'roblox-roles', memberId, changeId: '' });
  const rows = await q.query(z.object({ effect_id: z.string() }), OPEN_EFFECT, {
    subject,
    row_offset: 0,
    row_limit: 1,
  });
  return rows.length > 0;
}
