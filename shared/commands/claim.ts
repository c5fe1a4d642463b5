import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { replyId } from '../outbox/effect.ts';

/** Discord's tokens live 15 min and an envelope is refused after that, so no duplicate comes later than this. */
const KEPT_MS = 24 * 3_600_000;

// An interaction is claimed by the outbox row of its reply; a former version claimed it in a table of its own.
const FIND_CLAIM = sql`
SELECT effect_id AS claimed_by FROM outbox WHERE effect_id = :reply_id
UNION ALL SELECT interaction_id FROM interactions WHERE interaction_id = :interaction_id`;
const PURGE_CLAIMS = sql`DELETE FROM interactions WHERE claimed_at < :before_ms`;

/** The interaction was handled already, by an earlier or a simultaneous delivery. */
export class DuplicateInteractionError extends Error {
  override readonly name = 'DuplicateInteraction';
}

/** Whether an interaction's change has been committed. */
export async function isClaimed(q: Queryable, interactionId: string): Promise<boolean> {
  const rows = await q.query(z.object({ claimed_by: z.string() }), FIND_CLAIM, {
    reply_id: replyId(interactionId),
    interaction_id: interactionId,
  });
  return rows.length > 0;
}

/** Removes a former version's claims older than a day. Returns how many. */
export function purgeClaims(q: Queryable, now: number): Promise<number> {
  return q.execute(PURGE_CLAIMS, { before_ms: now - KEPT_MS });
}
