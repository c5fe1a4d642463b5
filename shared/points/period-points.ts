import { type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/insert-once.ts';
import { periodsOf } from './period.ts';

const ADD_TO_PERIOD = sql`
UPDATE period_points SET points = points + :delta WHERE period_key = :period_key AND discord_id = :discord_id`;
const OPEN_PERIOD = sql`
INSERT INTO period_points (period_key, discord_id, points, joined_at)
VALUES (:period_key, :discord_id, :delta, :joined_at)`;

/**
 * Adds to what a member earned in the week and month that `at` falls in; may be negative. Belongs in the
 * transaction that writes the ledger entry. Throws `ConflictError` when the same row is begun elsewhere.
 */
export async function addPeriodPoints(
  tx: Queryable,
  member: { readonly discordId: string; readonly joinedAt: number },
  change: { readonly delta: number; readonly at: number; readonly timeZone: string },
): Promise<void> {
  if (change.delta === 0) return;
  const { week, month } = periodsOf(change.at, change.timeZone);
  for (const period of [week, month]) {
    const key = { period_key: period, discord_id: member.discordId };
    const changed = await tx.execute(ADD_TO_PERIOD, { ...key, delta: change.delta });
    if (changed > 0) continue;
    await insertOnce(tx, OPEN_PERIOD, { ...key, delta: change.delta, joined_at: member.joinedAt });
  }
}
