import { type Queryable, sql } from '../database/database.ts';
import { ConflictError } from '../database/errors.ts';
import { writeOnce, writeRows } from '../database/write-rows.ts';
import { periodsOf } from './period.ts';

const ADD_TO_PERIOD = sql`
UPDATE period_points SET points = points + :delta WHERE period_key = :period_key AND discord_id = :discord_id`;
const OPEN_PERIOD = sql`
INSERT INTO period_points (period_key, discord_id, points, joined_at)
SELECT :period_key, :discord_id, :delta, :joined_at FROM dual
WHERE NOT EXISTS (SELECT 1 FROM period_points WHERE period_key = :period_key AND discord_id = :discord_id)`;

interface PeriodChange {
  readonly key: { readonly period_key: string; readonly discord_id: string };
  readonly delta: number;
  readonly joinedAt: number;
}

/**
 * Adds to what members earned in the week and month that `at` (Unix milliseconds) falls in; may be negative. Belongs
 * in the transaction that writes the ledger entries. Throws `ConflictError` when the same row is begun elsewhere.
 */
export async function addPeriodPoints(
  tx: Queryable,
  changes: readonly {
    readonly member: { readonly discordId: string; readonly joinedAt: number };
    readonly delta: number;
    readonly at: number;
  }[],
  timeZone: string,
): Promise<void> {
  const sums = new Map<string, PeriodChange>();
  for (const { member, delta, at } of changes) {
    for (const period of Object.values(periodsOf(at, timeZone))) {
      const key = { period_key: period, discord_id: member.discordId };
      const name = `${period} ${member.discordId}`;
      const before = sums.get(name)?.delta ?? 0;
      sums.set(name, { key, delta: before + delta, joinedAt: member.joinedAt });
    }
  }
  const rows = [...sums.values()].filter(({ delta }) => delta !== 0);
  const added = await writeRows(
    tx,
    ADD_TO_PERIOD,
    rows.map(({ key, delta }) => ({ ...key, delta })),
  );
  // Those that were added to are there, so only the others are begun.
  if (added === rows.length) return;
  const begun = await writeOnce(
    tx,
    OPEN_PERIOD,
    rows.map(({ key, delta, joinedAt }) => ({ ...key, delta, joined_at: joinedAt })),
  );
  if (added + begun < rows.length) throw new ConflictError('a period of a member was begun meanwhile');
}
