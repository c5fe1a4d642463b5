import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';
import { AccountSet } from './account-set.ts';
import { SyncCursor } from './sync-cursor.ts';

const FIND_STATE = sql`SELECT state_value FROM sync_state WHERE state_key = :state_key`;
const CHANGE_STATE = sql`
UPDATE sync_state SET state_value = :state_value, changed_at = :changed_at WHERE state_key = :state_key`;
const ADD_STATE = sql`
INSERT INTO sync_state (state_key, state_value, changed_at) VALUES (:state_key, :state_value, :changed_at)`;
const SEEN = sql`SELECT state_value FROM sync_state WHERE state_key LIKE 'sync-ranks seen %'`;
const FORGET_SEEN = sql`DELETE FROM sync_state WHERE state_key LIKE 'sync-ranks seen %'`;

/** What the hourly job remembers between runs. */
export const SyncState = z.object({
  /** Where a run stopped; null: the last one looked at everybody. */
  cursor: z.nullable(SyncCursor),
  /** Behind whom the names are compared next. */
  namesAfter: z.nullable(z.string()),
  /** Behind whom the nicknames are looked at next; a former version kept none. */
  nicknamesAfter: z._default(z.nullable(z.string()), null),
  /** When the end of the Roblox key was last warned about, Unix milliseconds. */
  keyWarnedAt: z.nullable(z.int()),
});
export type SyncState = z.infer<typeof SyncState>;

const KEY = 'sync-ranks';
const FRESH: SyncState = { cursor: null, namesAfter: null, nicknamesAfter: null, keyWarnedAt: null };

/** What the last run left; a form that this version does not know counts as nothing. */
export async function loadSyncState(q: Queryable): Promise<SyncState> {
  const [row] = await q.query(z.object({ state_value: z.string() }), FIND_STATE, { state_key: KEY });
  if (row === undefined) return FRESH;
  const parsed = SyncState.safeParse(JSON.parse(row.state_value));
  return parsed.success ? parsed.data : FRESH;
}

export async function saveSyncState(q: Queryable, state: SyncState, now: number): Promise<void> {
  await saveValue(q, KEY, JSON.stringify(state), now);
}

/** The accounts that this round has compared on the group's list; of a round that begins there are none. */
export async function loadSeen(q: Queryable, { cursor }: SyncState): Promise<AccountSet> {
  const seen = new AccountSet();
  if (cursor === null) return seen;
  for (const { state_value } of await q.query(z.object({ state_value: z.string() }), SEEN))
    for (const id of state_value.split(' ')) seen.add(id);
  return seen;
}

/** Adds some; `checked`, how many members the round has compared by now, tells them from those added before. */
export async function saveSeen(
  q: Queryable,
  ids: readonly string[],
  { checked, now }: { readonly checked: number; readonly now: number },
): Promise<void> {
  if (ids.length > 0) await saveValue(q, `${KEY} seen ${checked}`, ids.join(' '), now);
}

/** At the beginning and at the end of a round. */
export async function forgetSeen(q: Queryable): Promise<void> {
  await q.execute(FORGET_SEEN);
}

async function saveValue(q: Queryable, key: string, value: string, now: number): Promise<void> {
  const binds = { state_key: key, state_value: value, changed_at: now };
  if ((await q.execute(CHANGE_STATE, binds)) === 0) await insertOnce(q, ADD_STATE, binds);
}
