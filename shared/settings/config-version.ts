import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';

/**
 * What changes with every change of the clan's settings and ranks, as columns of a SELECT that begins an interaction.
 * Times of the settings are part of it, so that a schema that was made again does not look like the one before.
 */
export const CONFIG_VERSION_COLUMNS = sql`
(SELECT changed_at FROM sync_state WHERE state_key = 'config-version') AS config_version,
  (SELECT MAX(changed_at) FROM settings) AS settings_changed_at`;

const RAISE = sql`UPDATE sync_state SET changed_at = changed_at + 1 WHERE state_key = 'config-version'`;
const BEGIN = sql`
INSERT INTO sync_state (state_key, state_value, changed_at) VALUES ('config-version', :state_value, 1)`;

/**
 * Says that settings or ranks changed, in the transaction that changes them, so that no function goes on with what it
 * keeps of them. Others who change them wait for this transaction's end from here on.
 */
export async function raiseConfigVersion(tx: Queryable): Promise<void> {
  if ((await tx.execute(RAISE)) === 0) await insertOnce(tx, BEGIN, { state_value: '-' });
}
