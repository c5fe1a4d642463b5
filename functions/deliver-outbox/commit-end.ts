import { claim, DuplicateInteractionError } from '../../shared/commands/claim.ts';
import type { Database } from '../../shared/database/database.ts';
import { type Effect, replyId } from '../../shared/outbox/effect.ts';
import { addToOutbox } from '../../shared/outbox/outbox-store.ts';

export const STOPPED =
  'The bot stopped before it could do this. Nothing was changed, and nothing will be. Please try again.';

/**
 * Claims the interaction, so that no later delivery can carry it out, and leaves its answer in the outbox.
 * False: it was committed before its function died, and the outbox has its own reply.
 */
export async function commitEnd(
  db: Database,
  interactionId: string,
  effect: Effect,
  now: number,
): Promise<boolean> {
  try {
    await db.transaction(async (tx) => {
      await claim(tx, interactionId, now);
      await addToOutbox(tx, { effectId: replyId(interactionId), effect, ordinal: 1, now });
    });
    return true;
  } catch (error) {
    if (error instanceof DuplicateInteractionError) return false;
    throw error;
  }
}
