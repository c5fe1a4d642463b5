import * as z from 'zod/mini';
import { type Queryable, sql } from '../../shared/database/database.ts';
import { insertOnce } from '../../shared/database/write-rows.ts';

/** A template that waits for its button; a clan has one at a time, the last one proposed. */
const STATE_KEY = 'nickname-template';
const Proposed = z.object({ id: z.string(), template: z.string() });
type Proposed = z.infer<typeof Proposed>;
const StateRow = z.object({ state_value: z.string(), changed_at: z.int() });

const READ = sql`SELECT state_value, changed_at FROM sync_state WHERE state_key = :state_key`;
const CHANGE = sql`
UPDATE sync_state SET state_value = :state_value, changed_at = :changed_at WHERE state_key = :state_key`;
const ADD = sql`
INSERT INTO sync_state (state_key, state_value, changed_at) VALUES (:state_key, :state_value, :changed_at)`;
const TAKE = sql`DELETE FROM sync_state WHERE state_key = :state_key AND changed_at = :changed_at`;

export async function keepTemplate(tx: Queryable, proposed: Proposed, now: number): Promise<void> {
  const binds = { state_key: STATE_KEY, state_value: JSON.stringify(proposed), changed_at: now };
  if ((await tx.execute(CHANGE, binds)) === 0) await insertOnce(tx, ADD, binds);
}

/** The template of that proposal. Undefined: it was taken, or another one was made after it. */
export async function readTemplate(q: Queryable, id: string): Promise<string | undefined> {
  return (await readStored(q, id))?.template;
}

/** The same, once. */
export async function takeTemplate(tx: Queryable, id: string): Promise<string | undefined> {
  const stored = await readStored(tx, id);
  if (stored === undefined) return undefined;
  const taken = await tx.execute(TAKE, { state_key: STATE_KEY, changed_at: stored.changedAt });
  return taken > 0 ? stored.template : undefined;
}

async function readStored(
  q: Queryable,
  id: string,
): Promise<{ readonly template: string; readonly changedAt: number } | undefined> {
  const [row] = await q.query(StateRow, READ, { state_key: STATE_KEY });
  if (row === undefined) return undefined;
  const proposed = Proposed.parse(JSON.parse(row.state_value));
  return proposed.id === id ? { template: proposed.template, changedAt: row.changed_at } : undefined;
}
