import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { DatabaseError } from '../database/errors.ts';

/** Discord's tokens live 15 min and an envelope is refused after that, so no duplicate comes later than this. */
const KEPT_MS = 24 * 3_600_000;

const FIND_CLAIM = sql`SELECT interaction_id FROM interactions WHERE interaction_id = :interaction_id`;
const ADD_CLAIM = sql`
INSERT INTO interactions (interaction_id, claimed_at) VALUES (:interaction_id, :claimed_at)`;
const PURGE_CLAIMS = sql`DELETE FROM interactions WHERE claimed_at < :before_ms`;

/** The interaction was handled already, by an earlier or a simultaneous delivery. */
export class DuplicateInteractionError extends Error {
  override readonly name = 'DuplicateInteraction';
}

/** Whether an interaction's change has been committed. */
export async function isClaimed(q: Queryable, interactionId: string): Promise<boolean> {
  const rows = await q.query(z.object({ interaction_id: z.string() }), FIND_CLAIM, {
    interaction_id: interactionId,
  });
  return rows.length > 0;
}

/**
 * Claims an interaction in the transaction of its change, so that nothing is done twice however often it is
 * delivered. To be called first. Throws `DuplicateInteraction`.
 */
export async function claim(tx: Queryable, interactionId: string, now: number): Promise<void> {
  try {
    await tx.execute(ADD_CLAIM, { interaction_id: interactionId, claimed_at: now });
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === 'unique')) throw error;
    throw new DuplicateInteractionError(`The interaction ${interactionId} was handled already.`, {
      cause: error,
    });
  }
}

/** Removes claims older than a day. Returns how many. */
export function purgeClaims(q: Queryable, now: number): Promise<number> {
  return q.execute(PURGE_CLAIMS, { before_ms: now - KEPT_MS });
}
