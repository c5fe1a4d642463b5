import * as z from 'zod/mini';
import { type Queryable, sql } from '../../shared/database/database.ts';
import { insertOnce } from '../../shared/database/write-rows.ts';

const KEY = 'import';
const Mark = z.object({ seenUntil: z.int() });
const READ_MARK = sql`SELECT state_value FROM sync_state WHERE state_key = :state_key`;
const CHANGE_MARK = sql`
UPDATE sync_state SET state_value = :state_value, changed_at = :changed_at WHERE state_key = :state_key`;
const ADD_MARK = sql`
INSERT INTO sync_state (state_key, state_value, changed_at) VALUES (:state_key, :state_value, :changed_at)`;

/** The latest time in the data of earlier imports (Unix milliseconds); undefined: there was none. */
export async function readImportMark(q: Queryable): Promise<number | undefined> {
  const [row] = await q.query(z.object({ state_value: z.string() }), READ_MARK, { state_key: KEY });
  return row === undefined ? undefined : Mark.parse(JSON.parse(row.state_value)).seenUntil;
}

/** Remembers how far the data went; nothing is written when that is known already. */
export async function writeImportMark(tx: Queryable, seenUntil: number, now: number): Promise<void> {
  if ((await readImportMark(tx)) === seenUntil) return;
  const binds = { state_key: KEY, state_value: JSON.stringify({ seenUntil }), changed_at: now };
  if ((await tx.execute(CHANGE_MARK, binds)) === 0) await insertOnce(tx, ADD_MARK, binds);
}
