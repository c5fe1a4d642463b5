import { isClaimed } from '../../shared/commands/claim.ts';
import type { Database } from '../../shared/database/database.ts';
import { DatabaseError } from '../../shared/database/errors.ts';
import { type Effect, replyId } from '../../shared/outbox/effect.ts';
import { addToOutbox } from '../../shared/outbox/outbox-store.ts';

/**
 * Leaves the interaction's answer in the outbox, which claims it: no later delivery can carry it out.
 * False: it was committed before its function died, and the outbox has its own reply.
 */
export async function commitEnd(
  db: Database,
  interactionId: string,
  effect: Effect,
  now: number,
): Promise<boolean> {
  if (await isClaimed(db, interactionId)) return false;
  try {
    await addToOutbox(db, { effectId: replyId(interactionId), effect, ordinal: 1, now });
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'unique') return false;
    throw error;
  }
}
