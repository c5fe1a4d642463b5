import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';
import { SyncReport } from './sync-report.ts';

const FIND_STATE = sql`SELECT state_value FROM sync_state WHERE state_key = :state_key`;
const CHANGE_STATE = sql`
UPDATE sync_state SET state_value = :state_value, changed_at = :changed_at WHERE state_key = :state_key`;
const ADD_STATE = sql`
INSERT INTO sync_state (state_key, state_value, changed_at) VALUES (:state_key, :state_value, :changed_at)`;

/** What the hourly job remembers between runs. */
export const SyncState = z.object({
  /** Where a run stopped; null: the last one looked at everybody. */
  cursor: z.nullable(z.object({ after: z.string(), report: SyncReport })),
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
  const binds = { state_key: KEY, state_value: JSON.stringify(state), changed_at: now };
  if ((await q.execute(CHANGE_STATE, binds)) === 0) await insertOnce(q, ADD_STATE, binds);
}
