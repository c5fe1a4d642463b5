import { type Queryable, sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import { writeOnce } from '../database/write-rows.ts';

const RENEW_EXCUSE = sql`
UPDATE quota_excuses SET reason = :reason, excused_by = :excused_by, excused_at = :excused_at
WHERE week_key = :week_key AND discord_id = :discord_id`;
const ADD_EXCUSES = sql`
INSERT INTO quota_excuses (week_key, discord_id, reason, excused_by, excused_at)
SELECT :week_key, :discord_id, :reason, :excused_by, :excused_at FROM dual
WHERE NOT EXISTS (SELECT 1 FROM quota_excuses WHERE week_key = :week_key AND discord_id = :discord_id)`;

interface Excuse {
  readonly weekKey: string;
  /** 500 characters at most. */
  readonly reason: string | null;
  readonly actorId: string;
  readonly now: number;
}

/** Excuses somebody for a week; another reason takes the place of an earlier one. */
export async function excuse(tx: Queryable, memberId: string, given: Excuse): Promise<void> {
  const binds = bindsOf(memberId, given);
  if ((await tx.execute(RENEW_EXCUSE, binds)) > 0) return;
  if ((await writeOnce(tx, ADD_EXCUSES, [binds])) === 0)
    throw new ConflictError(`${memberId} was excused for ${given.weekKey} meanwhile`);
}

/** Excuses several for a week; who is excused already keeps the reason. Returns how many were not yet. */
export function excuseAll(tx: Queryable, memberIds: readonly string[], given: Excuse): Promise<number> {
  return writeOnce(
    tx,
    ADD_EXCUSES,
    memberIds.map((memberId) => bindsOf(memberId, given)),
  );
}

function bindsOf(memberId: string, { weekKey, reason, actorId, now }: Excuse) {
  return { week_key: weekKey, discord_id: memberId, reason, excused_by: actorId, excused_at: now };
}
