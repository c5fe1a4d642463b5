import type { Queryable } from '../database/database.ts';
import type { Effect } from './effect.ts';
import { addToOutbox, type NewRow } from './outbox-store.ts';

/** A transaction that may write effects to the outbox. Runs again from the start after a `ConflictError`. */
export interface ChangeTransaction extends Queryable {
  /** The next id of this change: `<interaction id>-1`, `-2`, ... */
  newId(): string;
  /** Writes an effect to the outbox in this transaction; performed after the commit. Returns its id. */
  addEffect(effect: Effect): Promise<string>;
}

/**
 * A transaction whose ids are `<base>-1`, `<base>-2` ... and whose effects go to the outbox in the order in which
 * they are written. `base` is an interaction's id, or `makeSnowflake()` where no interaction caused the change;
 * `-0` is left to the reply. Made again each time the transaction starts again. `now`: Unix milliseconds. `write`: what is
 * done with an effect; otherwise it is written at once, for others to perform.
 */
export function changeTransaction(
  tx: Queryable,
  change: { readonly base: string; readonly now: number },
  write: (row: NewRow) => Promise<void> = (row) => addToOutbox(tx, { ...row, now: change.now }),
): ChangeTransaction {
  let count = 0;
  function newId(): string {
    count += 1;
    return `${change.base}-${count}`;
  }
  return {
    query: (row, statement, binds) => tx.query(row, statement, binds),
    execute: (statement, binds) => tx.execute(statement, binds),
    executeMany: (statement, rows) => tx.executeMany(statement, rows),
    newId,
    async addEffect(effect) {
      const effectId = newId();
      await write({ effectId, effect, ordinal: count });
      return effectId;
    },
  };
}
