import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';

/** A change that somebody was shown and that waits for its button; a clan has one of a kind, the last one shown. */
export interface WaitingChange<T extends { readonly id: string }> {
  /** Keeps it in place of the one before. `now` in Unix milliseconds. */
  keep(tx: Queryable, change: T, now: number): Promise<void>;
  /** The change of that id. Undefined: it was taken, or another one was shown after it. */
  read(q: Queryable, id: string): Promise<T | undefined>;
  /** The same, once. */
  take(tx: Queryable, id: string): Promise<T | undefined>;
}

const StateRow = z.object({ state_value: z.string(), changed_at: z.int() });
const READ = sql`SELECT state_value, changed_at FROM sync_state WHERE state_key = :state_key`;
const CHANGE = sql`
UPDATE sync_state SET state_value = :state_value, changed_at = :changed_at WHERE state_key = :state_key`;
const ADD = sql`
INSERT INTO sync_state (state_key, state_value, changed_at) VALUES (:state_key, :state_value, :changed_at)`;
const TAKE = sql`DELETE FROM sync_state WHERE state_key = :state_key AND changed_at = :changed_at`;

/** `kind` is its key in `sync_state`. */
export function waitingChange<T extends { readonly id: string }>(
  kind: string,
  form: z.ZodMiniType<T>,
): WaitingChange<T> {
  async function stored(q: Queryable, id: string) {
    const [row] = await q.query(StateRow, READ, { state_key: kind });
    if (row === undefined) return undefined;
    const change = form.parse(JSON.parse(row.state_value));
    return change.id === id ? { change, changedAt: row.changed_at } : undefined;
  }
  return {
    async keep(tx, change, now) {
      const binds = { state_key: kind, state_value: JSON.stringify(change), changed_at: now };
      if ((await tx.execute(CHANGE, binds)) === 0) await insertOnce(tx, ADD, binds);
    },
    async read(q, id) {
      return (await stored(q, id))?.change;
    },
    async take(tx, id) {
      const found = await stored(tx, id);
      if (found === undefined) return undefined;
      const taken = await tx.execute(TAKE, { state_key: kind, changed_at: found.changedAt });
      return taken > 0 ? found.change : undefined;
    },
  };
}
